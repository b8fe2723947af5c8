import drive from '@adonisjs/drive/services/main'
import { issuePostings } from '#app/ledger/issue_postings'
import { postEntry } from '#app/ledger/post_entry'
import { sumCents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'
import { PEOPLE_AND_RULES, MATTERS, DECIDED_CORRECTION } from '#tests/database/ledger/world_rows'
import { worldBooks } from '#tests/database/ledger/world_books'
import { orderFile, sha256, type Payment } from '#tests/database/ledger/order_file'

/**
 * A small valid world, written through all the protections of the database: three campaigns of one
 * convention, two associations, a correction that leaves a negative balance, its carry-forward, and a
 * transfer that came back and was issued again. The archive must be faked by the caller.
 *
 *   C1  REL-2026-000001 Alpha 300,00 €  REL-2026-000002 Bêta 45,00 €
 *   C2  REL-2026-000003 Alpha −50,00 € (a correction: 250,00 € due, 300,00 € paid)
 *   C3  REL-2026-000004 Alpha  20,00 € (70,00 € less the 50,00 € carried)
 *   order VIR-1 pays 000001 and 000002; the second comes back, and VIR-2 pays it again with 000004.
 *   The answers of the bank and the books of all this: `worldBooks`.
 */
export async function validWorld(trx: Trx): Promise<void> {
  await rows(PEOPLE_AND_RULES, [], trx)
  await rows(MATTERS, [], trx)
  await run(trx, 1, '2026-04-10', [
    `(1, 1, 1, 1, 'service', 1, 1, 1, 'ecoute', '2026-01-10', 30000, 1, 1, 0, NULL, NULL, NULL, NULL, NULL, 30000)`,
    `(2, 1, 2, 1, 'service', 2, 2, 2, 'entretien', '2026-01-12', 5000, 1, 1, 500, NULL, NULL, NULL, NULL, NULL, 4500)`,
  ])
  await statement(trx, 1, 1, 1, 30000, 30000, '2026-04-10')
  await statement(trx, 2, 1, 2, 4500, 4500, '2026-04-10')
  await rows(DECIDED_CORRECTION, [], trx)
  await run(trx, 2, '2026-07-10', [
    `(3, 2, 1, 1, 'correction', NULL, NULL, NULL, 'ecoute', NULL, NULL, NULL, NULL, 0, 1, 1, NULL, 25000, 30000, -5000)`,
  ])
  await statement(trx, 3, 2, 1, -5000, -5000, '2026-07-10')
  await run(trx, 3, '2026-10-09', [
    `(4, 3, 1, 1, 'service', 3, 3, 2, 'entretien', '2026-05-02', 5000, 2, 2, 3000, NULL, NULL, NULL, NULL, NULL, 7000)`,
    `(5, 3, 1, 2, 'carry_forward', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 3, NULL, NULL, -5000)`,
  ])
  await statement(trx, 4, 3, 1, 2000, 7000, '2026-10-09')
  await order(trx, 1, [
    [1, 1, 30000, 'REL-2026-000001'],
    [2, 2, 4500, 'REL-2026-000002'],
  ])
  await worldBooks(trx)
  await order(trx, 2, [
    [2, 2, 4500, 'REL-2026-000002-2'],
    [4, 1, 2000, 'REL-2026-000004'],
  ])
  await rows('SET CONSTRAINTS ALL IMMEDIATE', [], trx)
}

const MAPPING = {
  treatment: 'aide',
  journalCode: 'REV',
  journalLabel: 'Reversements',
  chargeAccount: '6571',
  chargeLabel: 'Aides',
  payableAccount: '4671',
  payableLabel: 'Associations',
} as const

const ASSOCIATIONS = { 1: { code: 'AV01', name: 'Alpha' }, 2: { code: 'AV71', name: 'Bêta' } }

async function run(trx: Trx, id: number, day: string, lines: string[]): Promise<void> {
  await rows(
    `INSERT INTO runs (id, convention_id, code, until, state, prepared_by, content_hash, submitted_by, issued_at)
       OVERRIDING SYSTEM VALUE VALUES (${id}, 1, 'C${id}', '${day}', 'issued', 1, sha256('C${id}'), 1, '${day}T08:00Z');
     INSERT INTO settlement_lines (id, run_id, association_id, position, kind, saisine_id, form_id, fee_id, service_code,
       priced_on, unit_cents, quantity_asked, quantity_retained, reduction_cents, corrects_line_id,
       proposed_correction_id, carried_statement_id, due_cents, already_cents, amount_cents) VALUES ${lines.join()};
     INSERT INTO run_associations (run_id, association_id, lines, saisines, total_cents)
       SELECT run_id, association_id, count(*), count(DISTINCT saisine_id), sum(amount_cents)
       FROM settlement_lines WHERE run_id = ${id} GROUP BY 1, 2;
     INSERT INTO run_services (run_id, association_id, service_code, lines, total_cents)
       SELECT run_id, association_id, coalesce(service_code, ''), count(*), sum(amount_cents)
       FROM settlement_lines WHERE run_id = ${id} GROUP BY 1, 2, 3;
     UPDATE runs SET total_cents = (SELECT sum(amount_cents) FROM settlement_lines WHERE run_id = ${id}) WHERE id = ${id};
     INSERT INTO run_approvals (run_id, approver_id, run_hash, approved_at)
       SELECT ${id}, approver, sha256('C${id}'), '${day}T07:00Z' FROM unnest(ARRAY[2, 3]) AS approver`,
    [],
    trx
  )
}

async function statement(
  trx: Trx,
  id: number,
  runId: number,
  associationId: 1 | 2,
  total: number,
  posted: number,
  day: string
): Promise<void> {
  const number = `REL-2026-00000${id}`
  await rows(
    `INSERT INTO statements (id, run_id, association_id, number, year, sequence, bank_account_id, line_count, total_cents,
       payable_cents, carried_cents, issued_at) OVERRIDING SYSTEM VALUE
     SELECT ${id}, ${runId}, ${associationId}, '${number}', 2026, ${id}, CASE WHEN ${total} > 0 THEN ${associationId} END,
       count(*), ${total}, greatest(${total}, 0), least(${total}, 0), '${day}T08:00Z'
     FROM settlement_lines WHERE run_id = ${runId} AND association_id = ${associationId}`,
    [],
    trx
  )
  for (const kind of ['statement_pdf', 'statement_xlsx']) {
    const key = `${number}.${kind}`
    const bytes = Buffer.from(key)
    await drive.use().put(key, bytes)
    await rows(
      `INSERT INTO documents (run_id, statement_id, kind, file_key, sha256, size_bytes) VALUES (?, ?, ?, ?, ?, ?)`,
      [runId, id, kind, key, sha256(bytes), bytes.length],
      trx
    )
  }
  await postEntry(trx, {
    kind: 'statement_issue',
    journalCode: MAPPING.journalCode,
    journalLabel: MAPPING.journalLabel,
    entryDate: day,
    pieceRef: number,
    pieceDate: day,
    label: `Relevé ${number}`,
    statementId: id,
    postings: issuePostings(posted, MAPPING, ASSOCIATIONS[associationId])!,
  })
}

async function order(trx: Trx, id: number, payments: Payment[]): Promise<void> {
  const file = Buffer.from(orderFile(payments))
  await drive.use().put(`VIR-${id}.xml`, file)
  const total = sumCents(payments.map(([, , cents]) => cents))
  await rows(
    `INSERT INTO transfer_orders (id, message_id, execution_date, transfer_count, total_cents, file_key, sha256, created_by,
       created_at) OVERRIDING SYSTEM VALUE VALUES (?, ?, '2026-10-12', ?, ?, ?, ?, 1, '2026-10-10Z')`,
    [id, `VIR-${id}`, payments.length, total, `VIR-${id}.xml`, sha256(file)],
    trx
  )
  for (const [at, [statementId, account, cents, reference]] of payments.entries()) {
    await rows(
      `INSERT INTO transfers (id, transfer_order_id, statement_id, bank_account_id, end_to_end_id, instruction_id, amount_cents)
         OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [2 * id - 1 + at, id, statementId, account, reference, `I-${reference}`, cents],
      trx
    )
  }
}
