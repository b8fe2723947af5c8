import { test } from '@japa/runner'
import { copyInto } from '#app/shared/copy'
import { transaction } from '#app/shared/transaction'

test.group('Copie vers la base', () => {
  test('une copie que le serveur refuse s’abandonne sans attendre', async ({ assert }) => {
    await assert.rejects(
      () =>
        transaction(async (trx) => {
          const writer = await copyInto(trx, 'nulle_part')
          await assert.rejects(() => trx.rawQuery('SELECT 1'), /current transaction is aborted/)
          await writer.abandon()
          await writer.end()
          return {}
        }),
      /relation "nulle_part" does not exist/
    )
  })
})
