import { recordDebitNoteContent } from '#app/statements/debit_notes/debit_note_content'
import type { Cents } from '#app/shared/cents'
import { parisDay } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface DebitNoteDraft {
  statementId: number
  amountCents: Cents
  reason: string
  actorId: number
  at: Date
}

/**
 * Writes a debit note under the next number of its year, 'NDD-2026-000001', with all that it prints. The counter
 * stays locked until the transaction ends: no number is lost.
 */
export async function recordDebitNote(
  trx: Trx,
  { statementId, amountCents, reason, actorId, at }: DebitNoteDraft
): Promise<string> {
  const year = Number(parisDay(at).slice(0, 4))
  const created = await row<{ number: string }>(
    `WITH next AS (
       INSERT INTO counters (name, value) VALUES (?, 1)
       ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value)
     INSERT INTO debit_notes (statement_id, number, year, sequence, amount_cents, reason, decided_by, decided_at)
     SELECT ?, format('NDD-%s-%s', ?::int, lpad(value::text, 6, '0')), ?, value, ?, ?, ?, ? FROM next
     RETURNING number`,
    [`debit notes ${year}`, statementId, year, year, amountCents, reason, actorId, at],
    trx
  )
  await recordDebitNoteContent(trx, statementId)
  return created!.number
}
