import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DEMO_CONVENTIONS } from '#app/demo/demo_conventions'
import { granted } from '#app/demo/granted'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { decimalFromCents } from '#app/shared/cents'
import { row, rows } from '#app/shared/rows'
import { createDocumentPool } from '#app/statements/drawing/document_pool'
import { emptyDatabase } from '#tests/support/laid'
import { storagePath } from '#start/env'
import { bankFile } from '#tests/scenario/archive'
import { disagreements } from '#tests/scenario/disagreements'
import { calculated, issued, on } from '#tests/scenario/campaign'
import { readBooks, type Books } from '#tests/support/books'
import { buildWorld, type World, type WorldWish } from '#tests/support/world'
import { seed } from '#tests/unit/shared/property_seed'

const WISH = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  associations: fc.integer({ min: 1, max: 6 }),
  saisines: fc.integer({ min: 15, max: 60 }),
})

test.group('Pour toute petite fédération', () => {
  test('lignes = relevés = virements = écritures = CtrlSum, et chaque fiche a une issue', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(WISH, async (wish) => {
        const { orderId } = await play(wish, async (world, runId) => {
          const before = await hashOf(runId)
          granted(await calculateRun(runId, world.people.finance.id, on(world.until)))
          assert.equal(await hashOf(runId), before)
        })
        const [first] = await rows<Sums>(SUMS)
        const { lines, statements, payables, transfers, entries } = first!
        assert.deepEqual([statements, entries], [lines, lines])
        assert.deepEqual([transfers, payables], [lines, lines])
        const file = await bankFile(orderId)
        const sum = decimalFromCents(transfers)
        assert.deepEqual(file.sums, [sum, sum])
        assert.deepEqual(
          file.transfers.map((transfer) => transfer!.split(' ')[1]),
          await payablesInOrder()
        )
        const strays = await row<{ n: number }>(
          `SELECT count(*) AS n FROM return_forms f
           WHERE (SELECT count(*) FROM form_outcomes o WHERE o.form_id = f.id) <> 1`
        )
        assert.equal(strays!.n, 0)
        assert.deepEqual(await disagreements(), [])
      }),
      { numRuns: 3, seed }
    )
  })

  test('les mêmes faits dans deux bases neuves donnent les mêmes octets', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(WISH, async (wish) => {
        const [once, again] = [await booksOf(wish), await booksOf(wish)]
        assert.isNotEmpty(once.files)
        for (const [name, book] of Object.entries(once)) assert.deepEqual(again[name], book, name)
      }),
      { numRuns: 1, seed }
    )
  })
})

interface Sums {
  lines: number
  statements: number
  payables: number
  transfers: number
  entries: number
}

const SUMS = `SELECT
  (SELECT coalesce(sum(amount_cents), 0)::bigint FROM settlement_lines) AS lines,
  (SELECT coalesce(sum(total_cents), 0)::bigint FROM statements) AS statements,
  (SELECT coalesce(sum(payable_cents), 0)::bigint FROM statements) AS payables,
  (SELECT coalesce(sum(amount_cents), 0)::bigint FROM transfers) AS transfers,
  (SELECT coalesce(sum(credit_cents - debit_cents), 0)::bigint FROM journal_postings WHERE auxiliary IS NOT NULL) AS entries`

/** Builds the world in an emptied database, and plays its three conventions to the bank file. */
async function play(
  wish: WorldWish,
  onceCalculated: (world: World, runId: number) => Promise<void> = async () => {}
): Promise<{ orderId: number }> {
  const pool = createDocumentPool({ size: 1, warm: true })
  try {
    await emptyDatabase()
    const world = await buildWorld(wish)
    const office = { people: world.people, pool }
    const runIds: number[] = []
    for (const code of DEMO_CONVENTIONS) {
      const { run } = await calculated(office, world.until, code)
      await onceCalculated(world, run.id)
      runIds.push((await issued(office, run.id, world.until)).id)
    }
    const order = await createTransferOrder({
      runIds,
      executionDate: nextTargetDay(world.until),
      actorId: world.people.finance.id,
      at: on(world.until),
    })
    return { orderId: granted(order).id }
  } finally {
    await pool.close()
  }
}

async function booksOf(wish: WorldWish): Promise<Books> {
  const archive = join(storagePath, 'archive')
  await rm(archive, { recursive: true, force: true })
  await play(wish)
  return readBooks(archive)
}

async function hashOf(runId: number): Promise<string> {
  const found = await row<{ hash: string }>(
    `SELECT encode(content_hash, 'hex') AS hash FROM runs WHERE id = ?`,
    [runId]
  )
  return found!.hash
}

async function payablesInOrder(): Promise<string[]> {
  const found = await rows<{ payable: number }>(
    'SELECT payable_cents AS payable FROM statements WHERE payable_cents > 0 ORDER BY sequence'
  )
  return found.map(({ payable }) => decimalFromCents(payable))
}
