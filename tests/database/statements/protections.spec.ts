import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { emptyDatabase } from '#tests/support/laid'
import { CHECK } from '#tests/database/statements/attempt'
import { BOOK_ATTEMPTS } from '#tests/database/statements/book_attempts'
import { DETOUR_ATTEMPTS } from '#tests/database/statements/detour_attempts'
import { REFERENCE_ATTEMPTS } from '#tests/database/statements/reference_attempts'
import { RUN_ATTEMPTS } from '#tests/database/statements/run_attempts'
import { STATEMENT_ATTEMPTS } from '#tests/database/statements/statement_attempts'
import { refuses } from '#tests/database/network/refuses'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

const ATTEMPTS = [
  ...STATEMENT_ATTEMPTS,
  ...RUN_ATTEMPTS,
  ...BOOK_ATTEMPTS,
  ...REFERENCE_ATTEMPTS,
  ...DETOUR_ATTEMPTS,
]

test.group('La base dit non', (group) => {
  let world: World
  /** AMF-2021: issued, its transfers ordered. MIN-2023: submitted. */
  let issued: number
  let submitted: number

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 30 })
    issued = (await runIn(world, 'issued')).id
    submitted = (await runIn(world, 'submitted', 'MIN-2023')).id
    granted(
      await createTransferOrder({
        runIds: [issued],
        executionDate: '2026-12-01',
        actorId: world.people.finance.id,
        at: world.at,
      })
    )
    return emptyDatabase
  })

  for (const [title, sql, code] of ATTEMPTS) {
    test(title, async ({ assert }) => {
      const attempt = sql
        .replaceAll(':issued', String(issued))
        .replaceAll(':submitted', String(submitted))
      assert.equal(await refuses(attempt, []), code)
    })
  }

  test('une écriture déséquilibrée est refusée au COMMIT', async ({ assert }) => {
    // A statement of nothing, so that it is the entry alone that is wrong.
    const sql = `
      WITH fresh AS (INSERT INTO associations (code, name, town) VALUES ('NEUVE', 'Association neuve', 'Ici') RETURNING id),
      statement AS (INSERT INTO statements (run_id, association_id, number, year, sequence, line_count, total_cents,
          payable_cents, carried_cents, issued_at)
        SELECT ?, fresh.id, 'REL-2026-000099', year, sequence + 1, 0, 0, 0, 0, issued_at
        FROM fresh, statements ORDER BY sequence DESC LIMIT 1 RETURNING id),
      entry AS (INSERT INTO journal_entries (id, kind, journal_code, journal_label, entry_date, piece_ref, piece_date,
          label, statement_id, previous_hash, hash)
        SELECT e.id + 1, kind, journal_code, journal_label, entry_date, piece_ref, piece_date, label, statement.id,
          hash, sha256('x') FROM statement, journal_entries e ORDER BY e.id DESC LIMIT 1 RETURNING id)
      INSERT INTO journal_postings (entry_id, position, account, account_label, debit_cents, credit_cents)
      SELECT entry.id, position, '657100', 'X', debit, credit
      FROM entry, (VALUES (1, 100, 0), (2, 0, ?::int)) AS posting (position, debit, credit)`
    await assert.rejects(() => refuses(sql, [submitted, 100]), /laissé passer/)
    assert.equal(await refuses(sql, [submitted, 99]), CHECK)
  })
})
