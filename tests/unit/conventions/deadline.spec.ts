import { test } from '@japa/runner'
import { lastDay } from '#app/conventions/deadline'

test.group('Délai de la fiche retour', () => {
  test('sans délai, il n’y a pas de dernier jour', ({ assert }) => {
    assert.isNull(lastDay({ deadline: null }, '2026-02-02'))
  })

  test('le délai compte les jours après la saisine', ({ assert }) => {
    const deadline = { from: 'saisine', days: 60, effect: 'forclusion' } as const
    assert.equal(lastDay({ deadline }, '2026-02-02'), '2026-04-03')
  })

  test('le délai passe le 29 février des années bissextiles', ({ assert }) => {
    const deadline = { from: 'saisine', days: 2, effect: 'alert' } as const
    assert.equal(lastDay({ deadline }, '2028-02-28'), '2028-03-01')
    assert.equal(lastDay({ deadline }, '2026-02-28'), '2026-03-02')
  })

  test('le délai peut partir de la fin du trimestre de la saisine', ({ assert }) => {
    const deadline = { from: 'quarter_end', days: 30, effect: 'forclusion' } as const
    assert.equal(lastDay({ deadline }, '2026-01-01'), '2026-04-30')
    assert.equal(lastDay({ deadline }, '2026-03-31'), '2026-04-30')
    assert.equal(lastDay({ deadline }, '2026-04-01'), '2026-07-30')
    assert.equal(lastDay({ deadline }, '2026-12-31'), '2027-01-30')
  })

  test('un délai de zéro jour finit le jour même', ({ assert }) => {
    const deadline = { from: 'saisine', days: 0, effect: 'forclusion' } as const
    assert.equal(lastDay({ deadline }, '2026-02-02'), '2026-02-02')
  })
})
