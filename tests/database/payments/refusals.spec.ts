import { rm, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { orderFile } from '#app/payments/orders/order_file'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { storagePath } from '#start/env'
import { refusedWithoutWriting } from '#tests/support/picture'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

test.group('Ordre de virement, refusé', (group) => {
  let world: World
  let issued: number
  let submitted: number

  group.each.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 20 })
    issued = (await runIn(world, 'issued')).id
    submitted = (await runIn(world, 'submitted', 'MIN-2023')).id
    return emptyDatabase
  })

  const order = (runId: number, executionDate = '2027-01-04') =>
    createTransferOrder({
      runIds: [runId],
      executionDate,
      actorId: world.people.finance.id,
      at: world.at,
    })

  test('avant l’émission, un jour fermé ou passé, puis deux fois', async ({ assert }) => {
    const [early] = await refusedWithoutWriting(assert, () => order(submitted))
    assert.equal(early!.message, 'Aucun relevé émis de ces campagnes n’attend de virement.')
    await refusedWithoutWriting(assert, () => order(issued, '2027-01-03'))
    await refusedWithoutWriting(assert, () => order(issued, '2026-12-25'))
    await refusedWithoutWriting(assert, () => order(issued, '2026-01-05'))

    const { id } = granted(await order(issued))
    const [twice] = await refusedWithoutWriting(assert, () => order(issued))
    assert.equal(twice!.message, `Ces relevés sont déjà dans l’ordre de virement n° ${id}.`)
  })

  test('un compte bloqué depuis l’émission arrête l’ordre entier, et dit lequel', async ({
    assert,
  }) => {
    await rows(
      `UPDATE bank_accounts SET blocked_at = now(), blocked_reason = 'Virement retourné (fictif).'
       WHERE association_id = (SELECT min(association_id) FROM statements)`
    )
    const refused = await refusedWithoutWriting(assert, () => order(issued))
    assert.lengthOf(refused, 1)
    assert.match(
      refused[0]!.message,
      /^AV0\d, relevé REL-2026-00000\d : Le compte est bloqué : Virement retourné/
    )
  })

  test('un ordre refusé ne prend pas de numéro : le suivant porte VIR-2026-0001', async ({
    assert,
  }) => {
    await refusedWithoutWriting(assert, () => order(issued, '2027-01-03'))
    assert.match(granted(await order(issued)).messageId, /-0001$/)
  })

  test('le fichier se relit octet pour octet, et un fichier altéré n’est pas rendu', async ({
    assert,
  }) => {
    const { id, fileKey } = granted(await order(issued))
    const first = granted(await orderFile(id)).bytes
    assert.deepEqual(granted(await orderFile(id)).bytes, first)
    assert.isTrue(isRefused(await orderFile(999)))
    const path = join(storagePath, 'archive', fileKey)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('<InstdAmt Ccy="EUR">', '<InstdAmt Ccy="EUR">1'))
    const [altered] = await refusedWithoutWriting(assert, () => orderFile(id))
    assert.equal(altered!.code, 'FICHIER_ALTERE')
    await rm(path)
  })
})
