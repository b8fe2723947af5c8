import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  formatAmount,
  formatDay,
  formatIban,
  formatLongDay,
  formatNumber,
  formatSiren,
  formatSiret,
  maskIban,
  MONTHS,
  plural,
} from '#app/shared/french_format'
import { seed } from '#tests/unit/shared/property_seed'

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
const numbers = new Intl.NumberFormat('fr-FR')

test.group('Écriture française', () => {
  test('un montant porte l’espace fine des milliers et l’insécable avant l’euro', ({ assert }) => {
    assert.equal(formatAmount(0), '0,00\u00a0€')
    assert.equal(formatAmount(5), '0,05\u00a0€')
    assert.equal(formatAmount(99_999), '999,99\u00a0€')
    assert.equal(formatAmount(123_456), '1\u202f234,56\u00a0€')
    assert.equal(formatAmount(-123_456), '-1\u202f234,56\u00a0€')
    assert.equal(formatAmount(99_999_999_999), '999\u202f999\u202f999,99\u00a0€')
    assert.throws(() => formatAmount(12.5), RangeError)
  })

  test('un montant s’écrit comme Intl l’écrit en français', ({ assert }) => {
    for (let cents = -120_000; cents <= 120_000; cents += 37) {
      assert.equal(formatAmount(cents), euros.format(cents / 100))
    }
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        assert.equal(formatAmount(cents), euros.format(cents / 100))
      }),
      { seed, numRuns: 2000 }
    )
  })

  test('un nombre s’écrit comme Intl l’écrit en français', ({ assert }) => {
    assert.equal(formatNumber(0), '0')
    assert.equal(formatNumber(999), '999')
    assert.equal(formatNumber(1000), '1\u202f000')
    assert.equal(formatNumber(-1_234_567), '-1\u202f234\u202f567')
    assert.equal(formatNumber(1234.5), '1\u202f234,5')
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        assert.equal(formatNumber(n), numbers.format(n))
      }),
      { seed, numRuns: 2000 }
    )
  })

  test('un nombre qui n’est pas fini ne s’écrit pas', ({ assert }) => {
    assert.throws(() => formatNumber(Number.NaN), RangeError)
    assert.throws(() => formatNumber(Number.POSITIVE_INFINITY), RangeError)
  })

  test('un jour s’écrit jour, mois, année', ({ assert }) => {
    assert.equal(formatDay('2026-11-22'), '22/11/2026')
    assert.equal(formatDay('2026-01-01'), '01/01/2026')
    assert.throws(() => formatDay('2026-02-30'), RangeError)
  })

  test('le premier du mois est le 1er', ({ assert }) => {
    assert.equal(formatLongDay('2026-11-01'), '1er novembre 2026')
    assert.equal(formatLongDay('2026-11-22'), '22 novembre 2026')
    assert.equal(formatLongDay('2026-08-02'), '2 août 2026')
    assert.equal(formatLongDay('2027-02-11'), '11 février 2027')
    assert.throws(() => formatLongDay('22/11/2026'), RangeError)
  })

  test('les mois sont douze, de janvier à décembre', ({ assert }) => {
    const names = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' })
    assert.lengthOf(MONTHS, 12)
    MONTHS.forEach((month, i) => assert.equal(month, names.format(Date.UTC(2026, i, 1))))
  })

  test('SIREN et SIRET se lisent par groupes', ({ assert }) => {
    assert.equal(formatSiren('732829320'), '732 829 320')
    assert.equal(formatSiret('73282932000074'), '732 829 320 00074')
    assert.equal(formatSiret('7328'), '7328')
    assert.equal(formatSiren(''), '')
  })

  test('un IBAN se lit par groupes de quatre', ({ assert }) => {
    assert.equal(formatIban('FR1420041010050500013M02606'), 'FR14 2004 1010 0505 0001 3M02 606')
    assert.equal(
      formatIban('fr14 2004\u00a01010 0505 0001 3M02 606').slice(0, 14),
      'FR14 2004 1010'
    )
    assert.equal(formatIban(''), '')
  })

  test('un IBAN masqué ne laisse voir que le pays et la fin', ({ assert }) => {
    assert.equal(maskIban('FR', '1234'), 'FR•• •••• •••• 1234')
  })

  test('le pluriel commence à deux', ({ assert }) => {
    assert.equal(plural(0, 'saisine'), '0 saisine')
    assert.equal(plural(1, 'saisine'), '1 saisine')
    assert.equal(plural(2, 'saisine'), '2 saisines')
    assert.equal(plural(-3, 'saisine'), '-3 saisines')
    assert.equal(plural(1200, 'saisine'), '1\u202f200 saisines')
    assert.equal(plural(3, 'fiche retour', 'fiches retour'), '3 fiches retour')
    assert.equal(plural(1, 'fiche retour', 'fiches retour'), '1 fiche retour')
    assert.equal(plural(2, 'refus'), '2 refus')
    assert.equal(plural(2, 'mois'), '2 mois')
  })
})
