import { twinReceipts } from '#app/ledger/receipts/twin_receipts'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { Choice } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

interface WaitingCredit {
  partId: number
  itemId: number
  bookedOn: Day
  amountCents: Cents
  counterparty: string | null
  label: string | null
  receipts: { id: number; code: string; reference: string; receivedOn: Day }[]
  debts: { statementId: number; number: string; code: string }[]
}

/** Credits of the bank that nothing explains yet, each with what it may be: an instalment or a debit note of its amount, or a new instalment. */
export async function waitingCredits(envelopes: readonly Choice[]) {
  const found = await rows<WaitingCredit>(
    `SELECT p.id AS "partId", i.id AS "itemId", m.booked_on AS "bookedOn", p.amount_cents AS "amountCents", p.counterparty,
       coalesce(p.label, m.label) AS label, (SELECT coalesce(json_agg(json_build_object('id', f.id, 'code', c.code,
         'reference', f.reference, 'receivedOn', f.received_on) ORDER BY abs(f.received_on - m.booked_on), f.id), '[]')
         FROM living_receipts f JOIN conventions c ON c.id = f.convention_id
         WHERE f.amount_cents = p.amount_cents
           AND NOT EXISTS (SELECT 1 FROM receipt_matches WHERE receipt_id = f.id)) AS receipts,
       (SELECT coalesce(json_agg(json_build_object('statementId', n.statement_id, 'number', n.number, 'code', a.code)
         ORDER BY n.number), '[]') FROM debit_notes n JOIN statements s ON s.id = n.statement_id
         JOIN associations a ON a.id = s.association_id WHERE n.amount_cents = p.amount_cents
           AND NOT EXISTS (SELECT 1 FROM debit_payments d WHERE d.statement_id = n.statement_id)) AS debts
     FROM bank_items i JOIN bank_parts p ON p.id = i.part_id JOIN bank_movements m ON m.id = p.movement_id
     WHERE i.resolution IS NULL AND p.amount_cents > 0 AND m.currency = 'EUR' AND NOT p.returned
     ORDER BY m.booked_on, p.id LIMIT 20`
  )
  const twins = await twinReceipts(found.map(({ partId }) => partId))
  return found.map(({ receipts, debts, ...credit }) => ({
    ...credit,
    twins: twins.filter(({ partId }) => partId === credit.partId),
    choices: [
      ...receipts.map(({ id, code, reference, receivedOn }) => ({
        value: `r${id}`,
        label: `${code}, ${reference}, du ${formatDay(receivedOn)}`,
      })),
      ...debts.map(({ statementId, number, code }) => ({
        value: `d${statementId}`,
        label: `Note de débit ${number}, ${code}`,
      })),
      ...envelopes.map(({ value, label }) => ({
        value: `e${value}`,
        label: `Nouveau\u00a0: ${label}`,
      })),
    ],
  }))
}
