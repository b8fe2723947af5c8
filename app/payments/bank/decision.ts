import type { KnownTransfer, TransferState } from '#app/payments/bank/known_transfers'
import type { Cents } from '#app/shared/cents'

export interface Move {
  transfer: KnownTransfer
  state: Exclude<TransferState, 'issued'>
  matched: 'reference' | 'lot' | 'person'
}

/** Why something that the bank told waits for a person. */
export interface OpenReason {
  code: string
  message: string
  remedy: string
}

/** What a thing told by the bank does: nothing but moves of transfers, or it stays open with its reason. */
export type Decision =
  | {
      moves: Move[]
      /** Credits that give back a part of the debit. */
      offsets?: number[]
    }
  | OpenReason

export function isOpen(decision: Decision): decision is OpenReason {
  return 'code' in decision
}

export function totalOf(transfers: readonly KnownTransfer[]): Cents {
  return transfers.reduce((sum, { amount }) => sum + amount, 0)
}
