import fc from 'fast-check'
import { test } from '@japa/runner'
import { addDays } from '#app/shared/day'
import { formatAmount, formatDay, formatLongDay, formatNumber } from '#app/shared/french_format'
import {
  normaliseKey,
  parseAmountCents,
  parseFrenchDay,
  parseFrenchNumber,
  parseQuantity,
  parseYesNo,
} from '#app/shared/french_parse'
import { seed } from '#tests/unit/shared/property_seed'

const HOSTILE = ['__proto__', 'toString', 'constructor']

test.group('Lecture des jours', () => {
  test('le 22 novembre 2026 se lit quand il est écrit {$self}')
    .with([
      '2026-11-22',
      '22/11/2026',
      '22-11-2026',
      '22.11.2026',
      '22/11/26',
      '22.11.26',
      '22 novembre 2026',
      '22 NOVEMBRE 2026',
      '22 nov. 2026',
      '22-nov-26',
      '22-nov.-2026',
      ' 22/11/2026 ',
      '\u00a022/11/2026\u202f',
      '22\u00a0novembre\u202f2026',
      '22/11/2026 14:30',
      '22/11/2026 00:00:00',
      '2026-11-22 14:30:00',
      '2026-11-22T00:00:00',
      '2026-11-22T00:00:00.000Z',
      '2026-11-21T23:00:00.000Z',
      '2026-11-22T00:00:00+01:00',
    ])
    .run(({ assert }, text) => {
      assert.equal(parseFrenchDay(text), '2026-11-22')
    })

  test('les mois se lisent avec ou sans accents, entiers ou abrégés', ({ assert }) => {
    assert.equal(parseFrenchDay('1er nov. 2026'), '2026-11-01')
    assert.equal(parseFrenchDay('1ER février 2026'), '2026-02-01')
    assert.equal(parseFrenchDay('3 fevrier 2026'), '2026-02-03')
    assert.equal(parseFrenchDay('3 févr. 2026'), '2026-02-03')
    assert.equal(parseFrenchDay('15 AOÛT 2026'), '2026-08-15')
    assert.equal(parseFrenchDay('15 aou\u0302t 2026'), '2026-08-15')
    assert.equal(parseFrenchDay('31 déc. 2026'), '2026-12-31')
    assert.equal(parseFrenchDay('5 juin 2026'), '2026-06-05')
    assert.equal(parseFrenchDay('5 juil. 2026'), '2026-07-05')
    assert.equal(parseFrenchDay('5/3/2026'), '2026-03-05')
  })

  test('un jour impossible, ambigu ou hors de 2000–2100 n’est pas compris: {$self}')
    .with([
      '',
      ' ',
      '31/02/2026',
      '2026-02-31',
      '2026-02-31T10:00:00Z',
      '29 février 2026',
      '31.04.2026',
      '00/11/2026',
      '11/22/2026',
      '31/12/1999',
      '1999-12-31',
      '2101-01-01',
      '1er janvier 2101',
      '26-11-22',
      '22/11-2026',
      '22/11/026',
      '22 11 2026',
      '2026-11-22T25:00:00',
      '2026-11-22T10:00:00+99:99',
      '5 jui 2026',
      '5 no 2026',
      '5 brumaire 2026',
      '22er novembre 2026',
      'novembre 2026',
      '46348',
      'demain',
      ...HOSTILE,
    ])
    .run(({ assert }, text) => {
      assert.isNull(parseFrenchDay(text))
    })

  test('les bornes du siècle sont comprises', ({ assert }) => {
    assert.equal(parseFrenchDay('01/01/2000'), '2000-01-01')
    assert.equal(parseFrenchDay('31/12/2100'), '2100-12-31')
  })

  test('un jour que nous écrivons se relit', ({ assert }) => {
    fc.assert(
      fc.property(fc.nat(36_889), (n) => {
        const day = addDays('2000-01-01', n)
        assert.equal(parseFrenchDay(day), day)
        assert.equal(parseFrenchDay(formatDay(day)), day)
        assert.equal(parseFrenchDay(formatLongDay(day)), day)
      }),
      { seed }
    )
  })
})

test.group('Lecture des nombres', () => {
  test('un nombre se lit comme les bureaux l’écrivent', ({ assert }) => {
    assert.strictEqual(parseFrenchNumber('0'), 0)
    assert.strictEqual(parseFrenchNumber('1 234,56'), 1234.56)
    assert.strictEqual(parseFrenchNumber('1\u00a0234,56'), 1234.56)
    assert.strictEqual(parseFrenchNumber('1\u202f234\u202f567'), 1_234_567)
    assert.strictEqual(parseFrenchNumber('1234.56'), 1234.56)
    assert.strictEqual(parseFrenchNumber('1234,567'), 1234.567)
    assert.strictEqual(parseFrenchNumber('0,125'), 0.125)
    assert.strictEqual(parseFrenchNumber('12 €'), 12)
    assert.strictEqual(parseFrenchNumber(' 12,50\u00a0€ '), 12.5)
    assert.strictEqual(parseFrenchNumber('-12,5'), -12.5)
    assert.strictEqual(parseFrenchNumber('\u22123'), -3)
    assert.isTrue(Object.is(parseFrenchNumber('-0'), 0))
  })

  test('un nombre ambigu ou mal formé n’est pas compris: {$self}')
    .with([
      '',
      ' ',
      '1.234',
      '1,234',
      '-12,345',
      '1.234,56',
      '1,234.56',
      '1 23',
      '12 34,5',
      '1  234',
      '1 234 56',
      '12,',
      ',5',
      '1e3',
      '0x10',
      '+5',
      '--5',
      '12 € €',
      '€',
      'NaN',
      'Infinity',
      'douze',
      '1234567890123456',
      ...HOSTILE,
    ])
    .run(({ assert }, text) => {
      assert.isNull(parseFrenchNumber(text))
      assert.isNull(parseAmountCents(text))
    })

  test('un nombre que nous écrivons se relit', ({ assert }) => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
        const n = hundredths / 100
        assert.strictEqual(parseFrenchNumber(formatNumber(n)), n)
      }),
      { seed }
    )
  })

  test('une quantité est un entier de 0 à 9999', ({ assert }) => {
    assert.strictEqual(parseQuantity('0'), 0)
    assert.strictEqual(parseQuantity('2'), 2)
    assert.strictEqual(parseQuantity(' 2 '), 2)
    assert.strictEqual(parseQuantity('2,0'), 2)
    assert.strictEqual(parseQuantity('2.00'), 2)
    assert.strictEqual(parseQuantity('12'), 12)
    assert.strictEqual(parseQuantity('1 200'), 1200)
    assert.strictEqual(parseQuantity('9999'), 9999)
  })

  test('une quantité fractionnaire, négative ou démesurée n’est pas comprise: {$self}')
    .with(['', ' ', '2,5', '-2', '-0', '10000', '2,000', '2 €', 'x', 'deux', '½', ...HOSTILE])
    .run(({ assert }, text) => {
      assert.isNull(parseQuantity(text))
    })

  test('un montant se lit en centimes, chiffre à chiffre', ({ assert }) => {
    assert.strictEqual(parseAmountCents('1 234,56 €'), 123_456)
    assert.strictEqual(parseAmountCents('1234.56'), 123_456)
    assert.strictEqual(parseAmountCents('45'), 4500)
    assert.strictEqual(parseAmountCents('45,5'), 4550)
    assert.strictEqual(parseAmountCents('45,5000'), 4550)
    assert.strictEqual(parseAmountCents('0,29'), 29)
    assert.strictEqual(parseAmountCents('4.10'), 410)
    assert.strictEqual(parseAmountCents('-0,05'), -5)
    assert.isTrue(Object.is(parseAmountCents('-0,00'), 0))
  })

  test('une fraction de centime n’est pas un montant', ({ assert }) => {
    assert.isNull(parseAmountCents('1234,567'))
    assert.isNull(parseAmountCents('0,005'))
  })

  test('un montant que nous écrivons se relit au centime', ({ assert }) => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        assert.strictEqual(parseAmountCents(formatAmount(cents)), cents)
      }),
      { seed }
    )
  })
})

test.group('Lecture des réponses et des en-têtes', () => {
  test('oui se dit {$self}')
    .with(['oui', 'OUI', ' Oui ', 'o', 'O', 'vrai', 'VRAI', 'x', 'X', '1', 'oui\u00a0'])
    .run(({ assert }, text) => {
      assert.isTrue(parseYesNo(text))
    })

  test('non se dit {$self}')
    .with(['non', 'NON', 'n', 'N', 'faux', 'FAUX', '0'])
    .run(({ assert }, text) => {
      assert.isFalse(parseYesNo(text))
    })

  test('une réponse qui n’est ni oui ni non n’est pas comprise: {$self}')
    .with(['', ' ', 'peut-être', '2', 'ouii', 'nc', ...HOSTILE])
    .run(({ assert }, text) => {
      assert.isNull(parseYesNo(text))
    })

  test('un en-tête se compare sans accents, casse ni ponctuation', ({ assert }) => {
    assert.equal(normaliseKey('date_saisine'), 'date_saisine')
    assert.equal(normaliseKey('Date de saisine '), 'date_de_saisine')
    assert.equal(normaliseKey('  Référence\u00a0saisine (n°) '), 'reference_saisine_n')
    assert.equal(normaliseKey('DÉPARTEMENT'), 'departement')
    assert.equal(normaliseKey('De\u0301partement'), 'departement')
    assert.equal(normaliseKey('Mémo de Vie ?'), 'memo_de_vie')
    assert.equal(normaliseKey('Nb. d’entretiens — psy'), 'nb_d_entretiens_psy')
    assert.equal(normaliseKey('Main-d’œuvre'), 'main_d_oeuvre')
    assert.equal(normaliseKey('\ufeffcode'), 'code')
    assert.equal(normaliseKey(''), '')
    assert.equal(normaliseKey(' — '), '')
  })

  test('un texte interminable est refusé sans être parcouru', ({ assert }) => {
    for (const text of [' '.repeat(100_000), '1'.repeat(100_000), '1 '.repeat(50_000)]) {
      assert.isNull(parseFrenchDay(text))
      assert.isNull(parseFrenchNumber(text))
      assert.isNull(parseQuantity(text))
      assert.isNull(parseAmountCents(text))
      assert.isNull(parseYesNo(text))
    }
  })

  test('un en-tête hostile reste un simple texte', ({ assert }) => {
    assert.equal(normaliseKey('__proto__'), 'proto')
    assert.equal(normaliseKey('toString'), 'tostring')
    assert.equal(normaliseKey('constructor'), 'constructor')
  })

  test('une clé normalisée ne change plus', ({ assert }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(normaliseKey(normaliseKey(text)), normaliseKey(text))
      }),
      { seed, numRuns: 1000 }
    )
  })
})
