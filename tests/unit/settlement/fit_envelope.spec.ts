import { test } from '@japa/runner'
import { fitEnvelope } from '#app/settlement/envelope/fit_envelope'

const dues = (...totals: number[]) =>
  totals.map((totalCents, at) => ({ associationId: at + 1, totalCents }))
const waiting = (left: number, ...totals: number[]) =>
  fitEnvelope(left, dues(...totals)).map(({ associationId }) => associationId)

test.group('Tenir dans l’enveloppe', () => {
  test('au centime exact, personne n’attend', ({ assert }) => {
    assert.deepEqual(waiting(27_000, 16_500, 10_500), [])
  })

  test('un centime de moins, et la dernière attend', ({ assert }) => {
    assert.deepEqual(waiting(26_999, 16_500, 10_500), [2])
  })

  test('une association trop grande n’arrête pas celles qui tiennent', ({ assert }) => {
    assert.deepEqual(waiting(12_000, 16_500, 10_500, 1_500, 100), [1, 4])
  })

  test('une enveloppe épuisée ou dépassée fait attendre tout ce qui se paie', ({ assert }) => {
    assert.deepEqual(waiting(0, 16_500, 0, -4_000), [1])
    assert.deepEqual(waiting(-500, 16_500, 100), [1, 2])
  })
})
