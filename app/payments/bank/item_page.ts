import { reasonText } from '#app/payments/answers/reason_text'
import { matchedMoves } from '#app/payments/bank/matched_moves'
import { reasonsToKeep } from '#app/payments/bank/reasons_to_keep'
import { statusWords, type StatusLevel } from '#app/payments/bank/status_words'
import {
  suggestTransfers,
  type SuggestibleTransfer,
  type TransferSuggestion,
} from '#app/payments/bank/suggest_transfers'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import { timelineOf } from '#app/shared/screens/timeline'

interface ItemFacts {
  id: number
  message: string
  remedy: string
  resolution: 'matched' | 'offset' | 'receipt' | 'debt' | 'dismissed' | null
  resolutionReason: string | null
  resolver: string | null
  resolvedAt: Date | null
  partId: number | null
  amountCents: Cents | null
  currency: string | null
  on: Day
  valueOn: Day | null
  accountLabel: string | null
  bankReference: string | null
  movementCents: Cents | null
  label: string | null
  counterparty: string | null
  counterpartyLast4: string | null
  counterpartyIndex: string | null
  endToEndId: string | null
  lotId: string | null
  otherReferences: string[] | null
  status: string | null
  level: StatusLevel | null
  reasonCode: string | null
  reasonText: string | null
  fileId: number
  fileName: string
}

/** Both sides of an open item: what the bank told, and the transfers that it may mean; null when there is no such item. */
export async function readItemPage(id: number) {
  const item = await row<ItemFacts>(FACTS, [id])
  if (!item) return null
  const undone = item.resolution === 'matched' ? await matchedMoves(item.partId ?? 0) : []
  const kept = undone.length === 0 ? null : reasonsToKeep(undone)
  const money = item.partId !== null && item.currency === 'EUR'
  return {
    item,
    money,
    resolution: item.resolution && RESOLUTIONS[item.resolution],
    said: item.reasonCode || item.reasonText ? wordsOf(item) : null,
    status: item.status && statusWords(item.status, item.level!),
    suggestions: money && item.resolution === null ? await suggestionsFor(item) : [],
    matched: item.partId === null ? [] : await matchedBy(item.partId),
    undoable: undone.length > 0 && kept === null,
    kept: kept && kept.refused[0],
    queue: await placeOf(id),
    events: await timelineOf('bank_item', id),
  }
}

const RESOLUTIONS = {
  matched: 'Rapproché',
  offset: 'Il rend une partie d’un débit\u00a0: rapproché',
  receipt: 'Rapproché d’un versement reçu',
  debt: 'Rapproché d’une note de débit payée',
  dismissed: 'Classé',
} as const

const FACTS = `
  SELECT i.id, i.message, i.remedy, i.resolution, i.resolution_reason AS "resolutionReason", u.full_name AS resolver,
    i.resolved_at AS "resolvedAt", p.id AS "partId", coalesce(p.amount_cents, s.amount_cents) AS "amountCents",
    coalesce(m.currency, s.currency) AS currency, coalesce(m.booked_on, s.said_on) AS "on", m.value_on AS "valueOn",
    m.account_label AS "accountLabel", m.bank_reference AS "bankReference", m.amount_cents AS "movementCents",
    coalesce(p.label, m.label) AS label, p.counterparty, p.counterparty_last4 AS "counterpartyLast4",
    encode(p.counterparty_index, 'hex') AS "counterpartyIndex", coalesce(p.end_to_end_id, s.end_to_end_id) AS "endToEndId",
    coalesce(p.lot_id, s.lot_id, s.order_id) AS "lotId", p.other_references AS "otherReferences", s.status, s.level,
    coalesce(p.reason_code, s.reason_code) AS "reasonCode", coalesce(p.reason_text, s.reason_text) AS "reasonText",
    f.id AS "fileId", f.file_name AS "fileName"
  FROM bank_items i LEFT JOIN bank_parts p ON p.id = i.part_id LEFT JOIN bank_movements m ON m.id = p.movement_id
  LEFT JOIN bank_statuses s ON s.id = i.status_id
  JOIN bank_files f ON f.id = coalesce(m.bank_file_id, s.bank_file_id)
  LEFT JOIN users u ON u.id = i.resolved_by WHERE i.id = ?`

function wordsOf({ reasonCode, reasonText: text }: ItemFacts): string {
  return reasonText({ code: reasonCode, proprietary: null, text })
}

async function suggestionsFor(item: ItemFacts): Promise<TransferSuggestion[]> {
  const debit = item.amountCents! < 0
  const transfers = await rows<SuggestibleTransfer & { index: string }>(
    `SELECT t.id, t.end_to_end_id AS "endToEndId", s.number AS statement, a.code AS association, b.holder,
       b.iban_last4 AS last4, b.id AS "bankAccountId", t.amount_cents AS amount, o.execution_date AS "executionDate",
       t.state, encode(b.iban_index, 'hex') AS index
     FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id JOIN statements s ON s.id = t.statement_id
     JOIN associations a ON a.id = s.association_id JOIN bank_accounts b ON b.id = t.bank_account_id
     WHERE t.state = ANY(?) ORDER BY t.id DESC LIMIT 5000`,
    [debit ? ['issued', 'accepted'] : ['executed']]
  )
  const accounts = new Map(transfers.map(({ bankAccountId, index }) => [bankAccountId, index]))
  const { counterpartyIndex } = item
  return suggestTransfers(
    {
      amount: item.amountCents!,
      on: item.on,
      words: [item.label, item.counterparty, item.endToEndId, item.lotId, ...item.otherReferences!]
        .filter(Boolean)
        .join(' '),
      counterparty: item.counterparty,
      counterpartyLast4: item.counterpartyLast4,
      sameAccount: (id) => counterpartyIndex !== null && accounts.get(id) === counterpartyIndex,
    },
    transfers
  )
}

function matchedBy(partId: number) {
  return rows<{ endToEndId: string; statementId: number; amountCents: Cents }>(
    `SELECT t.end_to_end_id AS "endToEndId", t.statement_id AS "statementId", t.amount_cents AS "amountCents"
     FROM transfer_moves m JOIN transfers t ON t.id = m.transfer_id WHERE m.part_id = ? ORDER BY t.id`,
    [partId]
  )
}

/** The items before and after it that wait too. */
async function placeOf(id: number) {
  const around = await row<{ total: number; previous: number | null; next: number | null }>(
    `SELECT count(*) AS total, max(id) FILTER (WHERE id < ?) AS previous, min(id) FILTER (WHERE id > ?) AS next
     FROM bank_items WHERE resolution IS NULL`,
    [id, id]
  )
  return around!
}
