import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  addDays,
  isDay,
  parisDay,
  parisTimestamp,
  quarterEnd,
  quarterLabel,
  type Day,
} from '#app/shared/day'
import { seed } from '#tests/unit/shared/property_seed'

const MS_PER_DAY = 86_400_000

function utcDay(count: number): Day {
  return new Date(count * MS_PER_DAY).toISOString().slice(0, 10)
}

test.group('Jours', () => {
  test('un jour qui existe est reconnu: {$self}')
    .with(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])
    .run(({ assert }, text) => {
      assert.isTrue(isDay(text))
    })

  test('ce qui n’est pas un jour est refusé: {$self}')
    .with([
      '',
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '0000-01-01',
      '2026-1-1',
      '22/11/2026',
      '2026-11-22T00:00:00',
      ' 2026-11-22',
      '2026-11-2x',
      '2026-11-٢٢',
      '__proto__',
    ])
    .run(({ assert }, text) => {
      assert.isFalse(isDay(text))
      assert.throws(() => addDays(text, 1), RangeError)
      assert.throws(() => quarterEnd(text), RangeError)
      assert.throws(() => quarterLabel(text), RangeError)
    })

  test('les jours s’ajoutent à travers les mois, les années et les 29 février', ({ assert }) => {
    assert.equal(addDays('2026-11-22', 0), '2026-11-22')
    assert.equal(addDays('2026-11-22', 60), '2027-01-21')
    assert.equal(addDays('2026-12-31', 1), '2027-01-01')
    assert.equal(addDays('2024-02-28', 1), '2024-02-29')
    assert.equal(addDays('2026-02-28', 1), '2026-03-01')
    assert.equal(addDays('2026-01-01', -1), '2025-12-31')
    assert.equal(addDays('2026-01-01', 365), '2027-01-01')
    assert.equal(addDays('0001-01-01', 3_652_058), '9999-12-31')
  })

  test('un jour hors du calendrier ou un pas qui n’est pas entier arrête tout', ({ assert }) => {
    assert.throws(() => addDays('9999-12-31', 1), RangeError)
    assert.throws(() => addDays('0001-01-01', -1), RangeError)
    assert.throws(() => addDays('2026-11-22', 0.5), RangeError)
    assert.throws(() => addDays('2026-11-22', Number.NaN), RangeError)
  })

  test('chaque jour de 1896 à 2104 suit le précédent', ({ assert }) => {
    const first = Date.UTC(1896, 0, 1) / MS_PER_DAY
    const last = Date.UTC(2104, 11, 31) / MS_PER_DAY
    for (let count = first; count < last; count++) {
      if (addDays(utcDay(count), 1) !== utcDay(count + 1)) assert.fail(utcDay(count))
    }
  })

  test('retirer ce que l’on a ajouté rend le même jour', ({ assert }) => {
    const counts = fc.integer({ min: -700_000, max: 2_900_000 })
    fc.assert(
      fc.property(counts, fc.integer({ min: -19_000, max: 19_000 }), (count, n) => {
        const day = utcDay(count)
        assert.equal(addDays(addDays(day, n), -n), day)
        assert.equal(addDays(day, n), utcDay(count + n))
      }),
      { seed }
    )
  })

  test('le trimestre civil finit le dernier jour de mars, juin, septembre ou décembre', ({
    assert,
  }) => {
    assert.equal(quarterEnd('2026-01-01'), '2026-03-31')
    assert.equal(quarterEnd('2026-03-31'), '2026-03-31')
    assert.equal(quarterEnd('2026-04-01'), '2026-06-30')
    assert.equal(quarterEnd('2026-08-15'), '2026-09-30')
    assert.equal(quarterEnd('2026-11-22'), '2026-12-31')
  })

  test('le trimestre se dit en français', ({ assert }) => {
    assert.equal(quarterLabel('2026-01-15'), '1er trimestre 2026')
    assert.equal(quarterLabel('2026-06-30'), '2e trimestre 2026')
    assert.equal(quarterLabel('2026-07-01'), '3e trimestre 2026')
    assert.equal(quarterLabel('2026-12-31'), '4e trimestre 2026')
  })

  test('le jour ouvré est celui de Paris, été comme hiver', ({ assert }) => {
    assert.equal(parisDay(new Date('2026-07-01T21:59:59Z')), '2026-07-01')
    assert.equal(parisDay(new Date('2026-07-01T22:00:00Z')), '2026-07-02')
    assert.equal(parisDay(new Date('2026-12-31T22:59:59Z')), '2026-12-31')
    assert.equal(parisDay(new Date('2026-12-31T23:00:00Z')), '2027-01-01')
  })

  test('l’horodatage est à l’heure de Paris, sans décalage écrit', ({ assert }) => {
    assert.equal(parisTimestamp(new Date('2026-11-22T08:05:09.999Z')), '2026-11-22T09:05:09')
    assert.equal(parisTimestamp(new Date('2026-06-30T22:00:00Z')), '2026-07-01T00:00:00')
    assert.equal(parisTimestamp(new Date('2026-10-25T00:30:00Z')), '2026-10-25T02:30:00')
    assert.equal(parisTimestamp(new Date('2026-10-25T01:30:00Z')), '2026-10-25T02:30:00')
  })

  test('un instant invalide n’a pas de jour', ({ assert }) => {
    assert.throws(() => parisDay(new Date(Number.NaN)), RangeError)
    assert.throws(() => parisTimestamp(new Date(Number.NaN)), RangeError)
  })
})
