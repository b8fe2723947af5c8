import type { Day } from '#app/shared/day'
import type { Cents } from '#app/shared/cents'
import { row, rows } from '#app/shared/rows'
import { timelineOf } from '#app/shared/screens/timeline'

interface BankFileFacts {
  id: number
  fileName: string
  kind: string
  version: string
  messageId: string | null
  orderName: string | null
  orderId: number | null
  notices: string[]
  announced: number
  known: number
  sha256: string
  sizeBytes: number
  who: string
  importedAt: Date
  movements: number
  from: Day | null
  until: Day | null
  credits: Cents
  debits: Cents
}

/** What the page of a bank’s file shows beside its lines; null when there is no such file. */
export async function readBankFilePage(id: number) {
  const file = await row<BankFileFacts>(
    `SELECT f.id, f.file_name AS "fileName", f.kind, f.version, f.message_id AS "messageId",
       f.original_message_id AS "orderName", o.id AS "orderId", f.notices, f.announced, f.known,
       encode(f.sha256, 'hex') AS sha256, f.size_bytes AS "sizeBytes", u.full_name AS who, f.imported_at AS "importedAt",
       m.n AS movements, m."from", m."until", m.credits, m.debits
     FROM bank_files f JOIN users u ON u.id = f.imported_by
     LEFT JOIN transfer_orders o ON o.message_id = f.original_message_id
     CROSS JOIN LATERAL (
       SELECT count(*) AS n, min(booked_on) AS "from", max(booked_on) AS "until",
         coalesce(sum(amount_cents) FILTER (WHERE amount_cents > 0), 0)::bigint AS credits,
         coalesce(-sum(amount_cents) FILTER (WHERE amount_cents < 0), 0)::bigint AS debits
       FROM bank_movements WHERE bank_file_id = f.id) m
     WHERE f.id = ?`,
    [id]
  )
  if (!file) return null
  return { file, doubts: await doubtsOf(id), events: await timelineOf('bank_file', id) }
}

/** Payees of the file whose name did not match. */
function doubtsOf(fileId: number) {
  return rows<{ id: number; association: string; result: string }>(
    `SELECT p.id, a.code AS association, p.result FROM payee_checks p JOIN bank_statuses s ON s.id = p.status_id
     JOIN bank_accounts b ON b.id = p.bank_account_id JOIN associations a ON a.id = b.association_id
     WHERE s.bank_file_id = ? AND p.result <> 'RCVC' ORDER BY a.code`,
    [fileId]
  )
}
