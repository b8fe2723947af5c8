import { test } from '@japa/runner'
import { envelopeState } from '#app/conventions/envelope_alerts'

test.group('L’alerte d’une enveloppe', () => {
  test('au seuil exact elle alerte, un centime avant elle est calme', ({ assert }) => {
    assert.equal(envelopeState(79_999, 100_000, 80), 'calm')
    assert.equal(envelopeState(80_000, 100_000, 80), 'alert')
  })

  test('prise en entier elle alerte, un centime de plus et elle est dépassée', ({ assert }) => {
    assert.equal(envelopeState(100_000, 100_000, 80), 'alert')
    assert.equal(envelopeState(100_001, 100_000, 80), 'over')
    assert.equal(envelopeState(1, 0, 80), 'over')
  })

  test('une enveloppe dont rien n’est pris ne dit rien', ({ assert }) => {
    assert.equal(envelopeState(0, 100_000, 80), 'calm')
    assert.equal(envelopeState(0, 0, 80), 'calm')
  })
})
