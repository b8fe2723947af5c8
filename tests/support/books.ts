import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { checkLedger } from '#app/ledger/check_ledger'
import { rows } from '#app/shared/rows'

/** All that an issue and a payment leave, in words that do not depend on how many attempts it took. */
export type Books = Record<string, unknown>

const TABLES = {
  runs: `SELECT code, state, work, total_cents, issued_by, issued_at FROM runs ORDER BY id`,
  statements: `SELECT number, association_id, bank_account_id, line_count, total_cents, issued_at, data
    FROM statements LEFT JOIN statement_contents ON statement_id = statements.id ORDER BY number`,
  entries: `SELECT id, piece_ref, encode(hash, 'hex') AS hash FROM journal_entries ORDER BY id`,
  postings: `SELECT * FROM journal_postings ORDER BY entry_id, position`,
  documents: `SELECT kind, file_key, encode(sha256, 'hex') AS sha256, size_bytes FROM documents ORDER BY file_key`,
  orders: `SELECT message_id, transfer_count, total_cents, file_key, encode(sha256, 'hex') AS sha256
    FROM transfer_orders ORDER BY message_id`,
  transfers: `SELECT end_to_end_id, instruction_id, bank_account_id, amount_cents, state
    FROM transfers ORDER BY end_to_end_id`,
  counters: `SELECT * FROM counters ORDER BY name`,
  lines: `SELECT run_id, association_id, count(*) AS lines, sum(amount_cents)::bigint AS total
    FROM settlement_lines GROUP BY 1, 2 ORDER BY 1, 2`,
  approvals: `SELECT run_id, approver_id, voided_at FROM run_approvals ORDER BY run_id, approver_id`,
  accounts: `SELECT id, first_used_at FROM bank_accounts ORDER BY id`,
  schedules: `SELECT id, frozen_at FROM fee_schedules ORDER BY id`,
  imports: `SELECT kind, file_name, created_count, unchanged_count FROM imports ORDER BY id`,
  events: `SELECT verb, count(*) AS n FROM events GROUP BY 1 ORDER BY 1`,
}

/** Reads the books of the current database, and the archive's files in that folder. */
export async function readBooks(archive: string): Promise<Books> {
  const books: Books = {}
  for (const [name, sql] of Object.entries(TABLES)) books[name] = await rows(sql)
  books.files = await digests(archive)
  const checks = await db.transaction(checkLedger, { isolationLevel: 'repeatable read' })
  books.breaches = checks.filter(({ breaches }) => breaches > 0)
  return books
}

async function digests(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const digest = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (path) => [path.slice(folder.length + 1), await digest(path)] as const)
    )
  )
}
