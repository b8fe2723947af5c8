import fc from 'fast-check'
import { test } from '@japa/runner'
import { applyBasisPoints, assertCents, decimalFromCents, sumCents } from '#app/shared/cents'
import { seed } from '#tests/unit/shared/property_seed'

const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })

test.group('Montants en centimes', () => {
  test('un montant entier passe, et un zéro négatif devient zéro', ({ assert }) => {
    assert.strictEqual(assertCents(123_456), 123_456)
    assert.strictEqual(assertCents(-5), -5)
    assert.isTrue(Object.is(assertCents(-0), 0))
  })

  test('ce qui n’est pas un nombre entier de centimes arrête le calcul: {$self}')
    .with([12.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    .run(({ assert }, value) => {
      assert.throws(() => assertCents(value), RangeError)
      assert.throws(() => sumCents([100, value]), RangeError)
      assert.throws(() => decimalFromCents(value), RangeError)
      assert.throws(() => applyBasisPoints(value, 100), RangeError)
    })

  test('le total est la somme des lignes, et zéro quand il n’y en a pas', ({ assert }) => {
    assert.strictEqual(sumCents([]), 0)
    assert.strictEqual(sumCents([4500, 12_050, -1550]), 15_000)
    assert.strictEqual(sumCents(new Set([1, 2, 3])), 6)
  })

  test('une somme qui sort des entiers exacts s’arrête au lieu d’arrondir', ({ assert }) => {
    assert.throws(() => sumCents([Number.MAX_SAFE_INTEGER, 1]), RangeError)
  })

  test('un taux s’arrondit une fois, le demi-centime vers le haut', ({ assert }) => {
    assert.strictEqual(applyBasisPoints(10_000, 2000), 2000)
    assert.strictEqual(applyBasisPoints(12_345, 10_000), 12_345)
    assert.strictEqual(applyBasisPoints(1, 5000), 1)
    assert.strictEqual(applyBasisPoints(1, 4999), 0)
    assert.strictEqual(applyBasisPoints(333, 5000), 167)
    assert.strictEqual(applyBasisPoints(4999, 550), 275)
    assert.strictEqual(applyBasisPoints(99_999_999_999, 10_000), 99_999_999_999)
    assert.isTrue(Object.is(applyBasisPoints(-1, 1), 0))
    assert.throws(() => applyBasisPoints(100, 12.5), RangeError)
  })

  test('une régularisation négative est l’exact opposé de la ligne', ({ assert }) => {
    assert.strictEqual(applyBasisPoints(-333, 5000), -167)
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 20_000 }), (amount, rate) => {
        assert.strictEqual(applyBasisPoints(amount, rate) + applyBasisPoints(-amount, rate), 0)
      }),
      { seed }
    )
  })

  test('l’arrondi est celui du calcul exact en grands entiers', ({ assert }) => {
    fc.assert(
      fc.property(fc.nat(99_999_999_999), fc.nat(20_000), (amount, rate) => {
        const exact = (BigInt(amount) * BigInt(rate) + 5000n) / 10_000n
        assert.strictEqual(applyBasisPoints(amount, rate), Number(exact))
      }),
      { seed }
    )
  })

  test('un montant s’écrit avec un point et deux décimales pour la banque', ({ assert }) => {
    assert.strictEqual(decimalFromCents(123_456), '1234.56')
    assert.strictEqual(decimalFromCents(0), '0.00')
    assert.strictEqual(decimalFromCents(-0), '0.00')
    assert.strictEqual(decimalFromCents(5), '0.05')
    assert.strictEqual(decimalFromCents(-5), '-0.05')
    assert.strictEqual(decimalFromCents(100), '1.00')
    assert.strictEqual(decimalFromCents(99_999_999_999), '999999999.99')
  })
})
