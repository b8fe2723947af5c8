import { test } from '@japa/runner'
import { rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

test.group('Transaction', () => {
  test('une contrainte différée qui parle au COMMIT est une erreur, et rien n’est écrit', async ({
    assert,
  }) => {
    await assert.rejects(
      () =>
        transaction(async (trx) => {
          await trx.rawQuery(
            `CREATE TABLE deferred_probe (a integer UNIQUE DEFERRABLE INITIALLY DEFERRED)`
          )
          await trx.rawQuery('INSERT INTO deferred_probe VALUES (1), (1)')
          return {}
        }),
      /deferred_probe/
    )
    const found = await rows(`SELECT 1 FROM pg_tables WHERE tablename = 'deferred_probe'`)
    assert.lengthOf(found, 0)
  })
})
