import { test } from '@japa/runner'
import { isTargetDay, nextTargetDay } from '#app/payments/target_calendar'

test.group('Calendrier TARGET', () => {
  test('TARGET ferme le week-end et six jours fériés par an', ({ assert }) => {
    const closed = [
      ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-12-26'],
      ...['2026-11-21', '2026-11-22', '2027-03-26', '2027-03-29', '2024-03-29', '2024-04-01'],
    ]
    for (const day of closed) assert.isFalse(isTargetDay(day), day)
  })

  test('les autres fériés français sont des jours TARGET', ({ assert }) => {
    const open = [
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-11-11',
      '2026-12-24',
    ]
    for (const day of open) assert.isTrue(isTargetDay(day), day)
  })

  test('Pâques tombe juste, aux dates extrêmes comme aux années d’exception', ({ assert }) => {
    const easterMondays = [
      ...['2008-03-24', '2011-04-25', '2038-04-26', '2049-04-19', '1954-04-19', '1981-04-20'],
      ...['2000-04-24', '2160-03-24', '2285-03-23'],
    ]
    for (const day of easterMondays) assert.isFalse(isTargetDay(day), day)
    assert.isTrue(isTargetDay('2026-04-13'))
  })

  test('le jour suivant saute tout ce qui est fermé', ({ assert }) => {
    assert.equal(nextTargetDay('2026-11-24'), '2026-11-25')
    assert.equal(nextTargetDay('2026-11-20'), '2026-11-23')
    assert.equal(nextTargetDay('2026-04-02'), '2026-04-07')
    assert.equal(nextTargetDay('2026-12-24'), '2026-12-28')
    assert.equal(nextTargetDay('2026-12-31'), '2027-01-04')
  })
})
