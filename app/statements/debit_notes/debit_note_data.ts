import type {
  StatementCorrection,
  StatementData,
  StatementFederation,
} from '#app/statements/content/statement_data'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** Everything a debit note prints, as plain values. */
export interface DebitNoteData {
  number: string
  decidedOn: Day
  /** ISO instant: the document's creation date, so that the same note gives the same bytes. */
  decidedAt: string
  reason: string
  fictitious: boolean
  federation: StatementFederation
  association: StatementData['association']
  convention: StatementData['convention']
  /** Where the association sends the money. */
  account: { iban: string; bic: string | null }
  /** What is claimed: above zero. */
  amount: Cents
  /** The statement that ended below zero, then those whose balance it took back, the latest first. */
  origins: DebitOrigin[]
  /** SHA-256 of the journal's last entry, 64 hexadecimal digits. */
  chainHead: string
}

/** How one statement came to its negative total. */
export interface DebitOrigin {
  statement: string
  issuedOn: Day
  lineCount: number
  services: Cents
  corrections: StatementCorrection[]
  carriedForward: StatementData['carriedForward']
  /** What a shared envelope gave back; absent when none was shared. */
  shared?: Cents
  total: Cents
}

/** The note as it is recorded: the federation's IBAN stays sealed in the database. */
export type DebitNoteContent = Omit<DebitNoteData, 'account'> & {
  account: { ibanCiphertext: string; bic: string | null }
}
