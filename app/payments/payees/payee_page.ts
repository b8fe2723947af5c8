import { MASKED_IBAN } from '#app/network/bank_accounts/masked_iban'
import { payeeLabel, PAYEE_DEED_LABELS } from '#app/network/bank_accounts/payee_labels'
import { deedOf, lastChecks } from '#app/payments/payees/last_checks'
import { row } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import { timelineOf } from '#app/shared/screens/timeline'

interface PayeeFacts {
  id: number
  bankAccountId: number
  association: string
  associationName: string
  holder: string
  knownName: string | null
  account: string
  result: string
  reasonText: string | null
  checkedAt: Date
  orderId: number | null
  order: string | null
  fileId: number
  fileName: string
  decision: string | null
  decider: string | null
  decidedAt: Date | null
  replaced: boolean
}

/** One verification of payee, with what the policy does of it; null when there is no such one. */
export async function readPayeePage(id: number) {
  const check = await row<PayeeFacts>(FACTS, [id])
  if (!check) return null
  const { payeePolicy } = await loadSettings()
  const last = (await lastChecks([check.bankAccountId])).get(check.bankAccountId)!
  const deed = deedOf(check.result, payeePolicy)
  return {
    check,
    label: payeeLabel(check.result),
    deed: PAYEE_DEED_LABELS[deed],
    last,
    current: last.fileId === check.fileId && !check.replaced,
    toConfirm: last.id === check.id && !check.replaced && !last.confirmed && deed === 'confirm',
    events: await timelineOf('bank_account', check.bankAccountId),
  }
}

const FACTS = `
  SELECT p.id, b.id AS "bankAccountId", a.code AS association, a.name AS "associationName", b.holder,
    p.known_name AS "knownName", ${MASKED_IBAN} AS account, p.result,
    s.reason_text AS "reasonText", p.checked_at AS "checkedAt", o.id AS "orderId", o.message_id AS order, f.id AS "fileId",
    f.file_name AS "fileName", d.reason AS decision, u.full_name AS decider, d.decided_at AS "decidedAt",
    b.replaced_at IS NOT NULL AS replaced
  FROM payee_checks p JOIN bank_accounts b ON b.id = p.bank_account_id JOIN associations a ON a.id = b.association_id
  JOIN bank_statuses s ON s.id = p.status_id JOIN bank_files f ON f.id = s.bank_file_id
  LEFT JOIN transfers t ON t.id = p.transfer_id LEFT JOIN transfer_orders o ON o.id = t.transfer_order_id
  LEFT JOIN payee_decisions d ON d.check_id = p.id LEFT JOIN users u ON u.id = d.decided_by WHERE p.id = ?`
