import { test } from '@japa/runner'
import { row } from '#app/shared/rows'

test('les tests ont leur propre base, jamais celle de travail', async ({ assert }) => {
  const database = await row<{ name: string }>('SELECT current_database() AS name')
  assert.match(database!.name, /_test$/)
})
