import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { rows } from '#app/shared/rows'

/**
 * All that the verbs leave, in words that do not depend on how many attempts it took, nor on which of the files read
 * side by side was read first.
 */
export type Books = Record<string, unknown>

const TABLES = {
  runs: `SELECT code, state, work, total_cents, encode(content_hash, 'hex') AS hash, prepared_by, calculated_at,
    submitted_by, submitted_at, issued_by, issued_at FROM runs ORDER BY id`,
  statements: `SELECT number, association_id, bank_account_id, line_count, total_cents, issued_at, data
    FROM statements LEFT JOIN statement_contents ON statement_id = statements.id ORDER BY number`,
  entries: `SELECT id, piece_ref, encode(hash, 'hex') AS hash FROM journal_entries ORDER BY id`,
  postings: `SELECT * FROM journal_postings ORDER BY entry_id, position`,
  documents: `SELECT kind, file_key, encode(sha256, 'hex') AS sha256, size_bytes FROM documents ORDER BY file_key`,
  orders: `SELECT message_id, transfer_count, total_cents, file_key, encode(sha256, 'hex') AS sha256
    FROM transfer_orders ORDER BY message_id`,
  transfers: `SELECT end_to_end_id, instruction_id, bank_account_id, amount_cents, state
    FROM transfers ORDER BY end_to_end_id`,
  moves: `SELECT end_to_end_id, m.state, matched, moved_on FROM transfer_moves m
    JOIN transfers t ON t.id = transfer_id ORDER BY 1, 2`,
  answers: `SELECT file_name, encode(sha256, 'hex') AS sha256, kind FROM bank_files ORDER BY 2`,
  items: `SELECT code, resolution FROM bank_items ORDER BY 1, 2`,
  counters: `SELECT * FROM counters ORDER BY name`,
  lines: `SELECT run_id, association_id, count(*) AS lines, sum(amount_cents)::bigint AS total
    FROM settlement_lines GROUP BY 1, 2 ORDER BY 1, 2`,
  holds: `SELECT run_id, association_id, released_at IS NOT NULL AS released FROM run_holds ORDER BY 1, 2`,
  approvals: `SELECT run_id, approver_id, encode(run_hash, 'hex') AS hash, voided_at IS NOT NULL AS voided
    FROM run_approvals ORDER BY run_id, approver_id, voided_at`,
  accounts: `SELECT id, first_used_at FROM bank_accounts ORDER BY id`,
  schedules: `SELECT id, frozen_at FROM fee_schedules ORDER BY id`,
  imports: `SELECT kind, file_name, created_count, unchanged_count, refused_count, undone_at IS NOT NULL AS undone
    FROM imports ORDER BY kind, file_name, id`,
  problems: `SELECT file_name, row_number, column_name, message FROM import_problems p
    JOIN imports i ON i.id = import_id ORDER BY kind, file_name, import_id, row_number, column_name`,
  saisines: `SELECT file_name, to_jsonb(s) - 'id' - 'import_id' AS saisine FROM saisines s
    LEFT JOIN imports i ON i.id = s.import_id ORDER BY s.convention_id, s.reference`,
  forms: `SELECT file_name, to_jsonb(f) - 'id' - 'import_id' AS form FROM return_forms f
    LEFT JOIN imports i ON i.id = f.import_id ORDER BY f.convention_id, f.reference, f.association_id, f.version`,
  outcomes: `SELECT f.convention_id, f.reference, f.association_id, f.version, o.outcome FROM form_outcomes o
    LEFT JOIN return_forms f ON f.id = o.form_id ORDER BY 1, 2, 3, 4`,
  findings: `SELECT n.convention_id, n.code, f.reference AS form, f.version, s.reference AS saisine, n.message
    FROM findings n LEFT JOIN return_forms f ON f.id = n.form_id LEFT JOIN saisines s ON s.id = n.saisine_id
    ORDER BY 1, 2, 3, 4, 5, 6`,
  mails: `SELECT kind, recipient, subject, for_digest FROM mails ORDER BY 1, 2, 3`,
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
