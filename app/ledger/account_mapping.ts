import { row } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** The accountant's choice for a convention: no default is presented as the rule. */
export interface AccountMapping {
  /** An aid or a purchased service of the federation’s own; or money that only passes through. */
  treatment: 'aide' | 'prestation' | 'transit'
  journalCode: string
  journalLabel: string
  chargeAccount: string
  chargeLabel: string
  payableAccount: string
  payableLabel: string
}

/** The mapping of a convention, null while nobody chose it. */
export function loadAccountMapping(
  conventionId: number,
  client?: QueryClientContract
): Promise<AccountMapping | null> {
  return row<AccountMapping>(
    `SELECT treatment, journal_code AS "journalCode", journal_label AS "journalLabel",
       charge_account AS "chargeAccount", charge_label AS "chargeLabel",
       payable_account AS "payableAccount", payable_label AS "payableLabel"
     FROM account_mappings WHERE convention_id = ?`,
    [conventionId],
    client
  )
}
