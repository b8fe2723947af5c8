import { test } from '@japa/runner'
import { CopyBuffer } from '#app/shared/copy_buffer'
import { rows } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

const numbers = async (trx: Trx) =>
  (await rows<{ n: number }>('SELECT n FROM numbers ORDER BY n', [], trx)).map(({ n }) => n)

test.group('Lignes mises de côté pour un COPY', () => {
  test('celles qui partent en route et celles de la fin arrivent toutes, dans l’ordre vu', async ({
    assert,
  }) => {
    let seen = ''
    const buffer = new CopyBuffer((block) => (seen += block.toString()))
    await transaction(async (trx) => {
      await trx.rawQuery('CREATE TEMP TABLE numbers (n integer) ON COMMIT DROP')
      buffer.add('1')
      assert.isUndefined(buffer.send(trx, 'numbers'))
      buffer.close()
      await buffer.send(trx, 'numbers')
      buffer.add('2')
      await buffer.copyInto(trx, 'numbers')
      assert.deepEqual(await numbers(trx), [1, 2])
      buffer.add('3')
      await buffer.copyInto(trx, 'numbers')
      assert.deepEqual(await numbers(trx), [1, 2, 3])
      return {}
    })
    assert.equal(seen, '1\n2\n3\n')
  })

  test('une écriture abandonnée en route rend la connexion', async ({ assert }) => {
    const buffer = new CopyBuffer()
    const work = transaction(async (trx) => {
      await trx.rawQuery('CREATE TEMP TABLE numbers (n integer) ON COMMIT DROP')
      buffer.add('1')
      buffer.close()
      await buffer.send(trx, 'numbers')
      await buffer.abandon()
      throw new Error('as it was')
    })
    await assert.rejects(() => work, 'as it was')
    await transaction(async (trx) => {
      assert.deepEqual(await rows('SELECT 1 AS n', [], trx), [{ n: 1 }])
      return {}
    })
  })
})
