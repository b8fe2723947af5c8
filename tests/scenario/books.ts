import db from '@adonisjs/lucid/services/db'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { rows } from '#app/shared/rows'

/** What `./ace ledger:check` finds wrong: nothing, most of the time. */
export async function breaches(): Promise<string[]> {
  const checks = await db.transaction(checkLedger, { isolationLevel: 'repeatable read' })
  return checks.filter(({ breaches: n }) => n > 0).flatMap(({ examples }) => examples)
}

/** The journal: `REL-2026-000001 657100 97400 0`, the auxiliary account after its own. */
export async function journal(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', e.piece_ref, p.account, p.auxiliary, p.debit_cents, p.credit_cents) AS line
     FROM journal_entries e JOIN journal_postings p ON p.entry_id = e.id ORDER BY e.id, p.position`
  )
  return found.map(({ line }) => line)
}

/** Statements in the order of their numbers: `REL-2026-000001 AV01 total payable carried`. */
export async function statements(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', number, code, total_cents, payable_cents, carried_cents) AS line
     FROM statements s JOIN associations a ON a.id = s.association_id ORDER BY year, sequence`
  )
  return found.map(({ line }) => line)
}
