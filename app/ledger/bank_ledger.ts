import { row } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** The bank’s journal and account in the books of the federation. */
export interface BankLedger {
  journalCode: string
  journalLabel: string
  account: string
  label: string
}

/** The accountant’s choice, null until it is recorded in the settings. */
export function bankLedger(client?: QueryClientContract): Promise<BankLedger | null> {
  return row<BankLedger>(
    `SELECT bank_journal_code AS "journalCode", bank_journal_label AS "journalLabel",
       bank_account_code AS account, bank_account_label AS label
     FROM settings WHERE bank_account_code IS NOT NULL`,
    [],
    client
  )
}
