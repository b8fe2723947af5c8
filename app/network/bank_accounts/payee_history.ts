import { payeeLabel } from '#app/network/bank_accounts/payee_labels'
import { rows } from '#app/shared/rows'
import type { StateLabel } from '#app/shared/screens/list'

interface PayeeAnswer {
  id: number
  result: string
  knownName: string | null
  checkedAt: Date
  fileId: number
  fileName: string
  decision: string | null
  decider: string | null
  decidedAt: Date | null
}

export interface PayeeHistory {
  /** What the bank of this account said of its holder, the last file first; once, of all the transfers of a file. */
  answers: (PayeeAnswer & { label: StateLabel })[]
  /** Earlier accounts of the association that a bank spoke of: what was said of them does not count here. */
  forgotten: { id: number; country: string; last4: string; holder: string; answers: number }[]
}

/** The verifications of payee of an account. A new name or IBAN is a new account, which starts without any. */
export async function payeeHistory(accountId: number): Promise<PayeeHistory> {
  const answers = await rows<PayeeAnswer>(
    `SELECT DISTINCT ON (f.id, p.result, p.known_name) p.id, p.result, p.known_name AS "knownName", p.checked_at AS "checkedAt", f.id AS "fileId",
       f.file_name AS "fileName", d.reason AS decision, u.full_name AS decider, d.decided_at AS "decidedAt"
     FROM payee_checks p JOIN bank_statuses s ON s.id = p.status_id JOIN bank_files f ON f.id = s.bank_file_id
     LEFT JOIN payee_decisions d ON d.check_id = p.id LEFT JOIN users u ON u.id = d.decided_by
     WHERE p.bank_account_id = ? ORDER BY f.id DESC, p.result, p.known_name, d.check_id IS NULL, p.id DESC`,
    [accountId]
  )
  const forgotten = await rows<PayeeHistory['forgotten'][number]>(
    `SELECT b.id, b.iban_country AS country, b.iban_last4 AS last4, b.holder, count(*) AS answers
     FROM bank_accounts mine JOIN bank_accounts b ON b.association_id = mine.association_id AND b.id < mine.id
     JOIN payee_checks p ON p.bank_account_id = b.id WHERE mine.id = ? GROUP BY b.id ORDER BY b.id DESC`,
    [accountId]
  )
  return {
    answers: answers.map((one) => ({ ...one, label: payeeLabel(one.result) })),
    forgotten,
  }
}
