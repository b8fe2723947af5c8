import { PAYEE_DOUBTS, type PayeeDeed, type PayeePolicy } from '#app/shared/payee_policy'
import { rows } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** The last that the bank of an account said of its holder’s name. */
export interface LastCheck {
  id: number
  bankAccountId: number
  result: string
  /** The name that the bank knows, told with a close match. */
  knownName: string | null
  checkedAt: Date
  /** The bank’s file that says so. */
  fileId: number
  confirmed: boolean
}

/** By account, of the last file that speaks of it the doubt first; an account that no bank was asked about is not there. */
export async function lastChecks(
  bankAccountIds: readonly number[],
  client?: QueryClientContract
): Promise<Map<number, LastCheck>> {
  const found = await rows<LastCheck>(
    `SELECT DISTINCT ON (p.bank_account_id) p.id, p.bank_account_id AS "bankAccountId", p.result,
       p.known_name AS "knownName", p.checked_at AS "checkedAt", s.bank_file_id AS "fileId",
       EXISTS (SELECT 1 FROM payee_decisions d WHERE d.check_id = p.id) AS confirmed
     FROM payee_checks p JOIN bank_statuses s ON s.id = p.status_id WHERE p.bank_account_id = ANY(?)
     ORDER BY p.bank_account_id, s.bank_file_id DESC, p.result = 'RCVC', p.id DESC`,
    [bankAccountIds],
    client
  )
  return new Map(found.map((check) => [check.bankAccountId, check]))
}

/** What the policy does of a result; a word that we do not know asks a person. */
export function deedOf(result: string, policy: PayeePolicy): PayeeDeed {
  if (result === 'RCVC') return 'accept'
  const doubt = PAYEE_DOUBTS.find((one) => one === result)
  return doubt ? policy[doubt] : 'confirm'
}
