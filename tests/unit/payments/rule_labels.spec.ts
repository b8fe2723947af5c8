import { test } from '@japa/runner'
import { RULE_LABELS } from '#app/payments/pain001/rule_labels'
import { RULES } from '#app/payments/rules/rules'

test.group('Les noms des règles du fichier de virements', () => {
  test('chaque règle a sa phrase, et chaque phrase sa règle', ({ assert }) => {
    assert.sameMembers(
      RULES.map(({ code }) => code),
      Object.keys(RULE_LABELS)
    )
  })
})
