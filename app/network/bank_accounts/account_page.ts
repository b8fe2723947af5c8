import {
  ACCOUNT_STATE,
  CHANGED_SINCE,
  type AccountState,
} from '#app/network/bank_accounts/account_states'
import { row, rows } from '#app/shared/rows'

export interface AccountShown {
  id: number
  associationId: number
  code: string
  association: string
  associationEmail: string | null
  holder: string
  country: string
  last4: string
  bic: string | null
  state: AccountState
  evidence: string
  fileName: string | null
  proposedBy: number
  proposer: string
  proposedAt: Date
  approver: string | null
  approvedAt: Date | null
  callbackNote: string | null
  payableFrom: Date | null
  rejecter: string | null
  rejectedAt: Date | null
  rejectionReason: string | null
  blockedReason: string | null
  changed: boolean
}

const SHOWN = `
  SELECT b.id, a.id AS "associationId", a.code, a.name AS association, a.email AS "associationEmail", b.holder,
    b.iban_country AS country, b.iban_last4 AS last4, b.bic, ${ACCOUNT_STATE} AS state, b.evidence,
    f.file_name AS "fileName", b.proposed_by AS "proposedBy", p.full_name AS proposer, b.proposed_at AS "proposedAt",
    v.full_name AS approver, b.approved_at AS "approvedAt", b.callback_note AS "callbackNote",
    b.payable_from AS "payableFrom", r.full_name AS rejecter, b.rejected_at AS "rejectedAt",
    b.rejection_reason AS "rejectionReason", b.blocked_reason AS "blockedReason", ${CHANGED_SINCE} AS changed
  FROM bank_accounts b JOIN associations a ON a.id = b.association_id JOIN users p ON p.id = b.proposed_by
  LEFT JOIN users v ON v.id = b.approved_by LEFT JOIN users r ON r.id = b.rejected_by
  LEFT JOIN bank_account_files f ON f.bank_account_id = b.id`

export function accountShown(id: number): Promise<AccountShown | null> {
  return row<AccountShown>(`${SHOWN} WHERE b.id = ?`, [id])
}

/** All the accounts of an association, the newest first. */
export function accountsOf(associationId: number): Promise<AccountShown[]> {
  return rows<AccountShown>(`${SHOWN} WHERE b.association_id = ? ORDER BY b.id DESC`, [
    associationId,
  ])
}

export interface SameIban {
  id: number
  associationId: number
  code: string
  association: string
  state: AccountState
}

/** The accounts of other associations with the same IBAN. */
export function sameIbanElsewhere(id: number): Promise<SameIban[]> {
  return rows<SameIban>(
    `SELECT b.id, a.id AS "associationId", a.code, a.name AS association, ${ACCOUNT_STATE} AS state
     FROM bank_accounts mine JOIN bank_accounts b ON b.iban_index = mine.iban_index
       AND b.association_id <> mine.association_id
     JOIN associations a ON a.id = b.association_id WHERE mine.id = ? ORDER BY a.code, b.id DESC`,
    [id]
  )
}
