import { test } from '@japa/runner'
import fc from 'fast-check'
import { shareEnvelope } from '#app/settlement/envelope/share_envelope'
import { sumCents } from '#app/shared/cents'
import { seed } from '#tests/unit/shared/property_seed'

const due = (associationId: number, totalCents: number) => ({ associationId, totalCents })
const shares = (left: number, ...totals: number[]) =>
  shareEnvelope(
    left,
    totals.map((total, at) => due(at + 1, total))
  ).map(({ associationId, shareCents }) => [associationId, shareCents])

test.group('Partage d’une enveloppe au prorata', () => {
  test('les centimes vont aux plus fortes fractions', ({ assert }) => {
    // 200 ÷ 270: 122,22… and 77,77…
    assert.deepEqual(shares(20_000, 16_500, 10_500), [
      [1, 12_222],
      [2, 7778],
    ])
  })

  test('à fractions égales, le premier dans l’ordre prend le centime', ({ assert }) => {
    assert.deepEqual(shares(100, 100, 100, 100), [
      [1, 34],
      [2, 33],
      [3, 33],
    ])
  })

  test('à l’enveloppe exacte, il n’y a rien à partager', ({ assert }) => {
    assert.deepEqual(shares(300, 100, 200), [])
    assert.deepEqual(shares(301, 100, 200), [])
  })

  test('qui doit de l’argent ne prend pas de part, et n’en donne pas', ({ assert }) => {
    assert.deepEqual(shares(100, 200, -500, 0), [[1, 100]])
  })

  test('quand il ne reste rien, chacun reçoit zéro', ({ assert }) => {
    assert.deepEqual(shares(0, 100, 200), [
      [1, 0],
      [2, 0],
    ])
    assert.deepEqual(shares(-50, 100), [[1, 0]])
  })

  test('les plus grands montants se partagent sans perdre un centime', ({ assert }) => {
    const totals = [9_007_199_254_000, 9_007_199_254_001]
    const parts = shares(9_007_199_254_000, ...totals).map(([, cents]) => cents!)
    assert.equal(sumCents(parts), 9_007_199_254_000)
  })

  test('la somme des parts est ce qui reste, chacun entre sa part entière et un centime de plus', ({
    assert,
  }) => {
    const cents = fc.integer({ min: -1000, max: 99_999_999 })
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.array(cents, { maxLength: 40 }), (left, totals) => {
        const dues = totals.map((total, at) => due(at + 1, total))
        const parts = new Map(
          shareEnvelope(left, dues).map((one) => [one.associationId, one.shareCents])
        )
        const owed = dues.filter(({ totalCents }) => totalCents > 0)
        const total = sumCents(owed.map(({ totalCents }) => totalCents))
        const given = owed.map((one) => parts.get(one.associationId) ?? one.totalCents)
        assert.equal(sumCents(given), Math.min(left, total))
        for (const [at, { totalCents }] of owed.entries()) {
          const exact = total > left ? (totalCents * left) / total : totalCents
          assert.isAtMost(Math.abs(given[at]! - exact), 1)
          assert.isAtMost(given[at]!, totalCents)
        }
      }),
      { seed, numRuns: 300 }
    )
  })

  test('devoir plus ne fait jamais recevoir moins que devoir moins', ({ assert }) => {
    const dues = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat(1_000_000), dues, (left, totals) => {
        const given = shareEnvelope(
          left,
          totals.map((total, at) => due(at, total))
        )
        for (const a of given)
          for (const b of given)
            if (a.totalCents > b.totalCents) assert.isAtLeast(a.shareCents, b.shareCents)
      }),
      { seed, numRuns: 200 }
    )
  })
})
