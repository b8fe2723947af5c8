import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** One file of transfers: one debtor account, one execution day. Texts are as typed, with accents. */
export interface PaymentOrder {
  messageId: string
  paymentInformationId: string
  /** 'YYYY-MM-DDThh:mm:ss' on the Paris clock. */
  createdAt: string
  executionDate: Day
  /** True: one debit for the whole file on the bank statement; false: one debit per transfer. */
  batchBooking: boolean
  debtor: PaymentDebtor
  transfers: PaymentTransfer[]
}

export interface PaymentDebtor {
  name: string
  iban: string
  bic: string | null
  address: PaymentAddress | null
}

export interface PaymentTransfer {
  instructionId: string
  /** The statement’s number; unique for ever. */
  endToEndId: string
  amount: Cents
  /** Exact name of the account’s holder, which the payee’s bank compares. */
  creditorName: string
  iban: string
  bic: string | null
  address: PaymentAddress | null
  remittance: string
}

export interface PaymentAddress {
  street: string | null
  buildingNumber: string | null
  postcode: string | null
  town: string
  /** ISO 3166 code, two capitals. */
  country: string
}
