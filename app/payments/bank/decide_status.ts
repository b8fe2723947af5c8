import { statusCode } from '#app/payments/answers/status_codes'
import type { Decision, Move } from '#app/payments/bank/decision'
import {
  living,
  orderNamed,
  type KnownTransfer,
  type KnownTransfers,
} from '#app/payments/bank/known_transfers'
import { totalOf } from '#app/payments/bank/decision'
import {
  alreadyThere,
  otherAmount,
  otherCurrency,
  otherOrder,
  twoTransfers,
  unknownOrder,
  unknownStatus,
  unknownTransfer,
} from '#app/payments/bank/open_reasons'
import type { Cents } from '#app/shared/cents'

/** What a pain.002 says of an order, of its lot or of one transfer. */
export interface PendingStatus {
  id: number
  level: 'order' | 'lot' | 'transfer'
  status: string
  orderId: string | null
  lotId: string | null
  endToEndId: string | null
  instructionId: string | null
  amount: Cents | null
  currency: string | null
  /** Of the whole order, as the bank counted it. */
  count: number | null
}

/**
 * What a status does. Under PART, what is not listed as refused is accepted; what is listed on a line of its own is for
 * that line to say, even when the line cannot be followed.
 */
export function decideStatus(
  status: PendingStatus,
  known: KnownTransfers,
  listed: ReadonlySet<number> = new Set()
): Decision {
  return status.level === 'transfer' ? ofTransfer(status, known) : ofOrder(status, known, listed)
}

/** The transfer that a line names, or none; two when its references contradict each other. */
export function transfersTold(
  { endToEndId, instructionId }: Pick<PendingStatus, 'endToEndId' | 'instructionId'>,
  { byReference }: KnownTransfers
): KnownTransfer[] {
  const named = [endToEndId, instructionId].map((one) =>
    one === null ? undefined : byReference.get(one)
  )
  return [...new Set(named.filter((one) => one !== undefined))]
}

function ofTransfer(told: PendingStatus, known: KnownTransfers): Decision {
  const { endToEndId, instructionId, status, amount, currency } = told
  const [transfer, other] = transfersTold(told, known)
  if (!transfer) return unknownTransfer(endToEndId ?? instructionId ?? 'sans référence')
  if (other) return twoTransfers(transfer, other)
  if (amount !== null) {
    if (currency !== null && currency !== 'EUR') return otherCurrency(currency)
    if (amount !== transfer.amount) return otherAmount(transfer, amount)
  }
  // Paid again meanwhile, what was rejected would be paid twice.
  if (transfer.state === 'rejected' && isAccepted(status)) return alreadyThere(transfer, 'accepte')
  return decide(status, [transfer])
}

function isAccepted(status: string): boolean {
  const meaning = statusCode(status)?.meaning
  return meaning === 'accepted' || meaning === 'executed'
}

function ofOrder(
  told: PendingStatus,
  known: KnownTransfers,
  listed: ReadonlySet<number>
): Decision {
  const { status, orderId, lotId, count, amount } = told
  const transfers = orderNamed(known, [lotId, orderId])
  if (transfers.length === 0) return unknownOrder(lotId ?? orderId)
  const counted = count === null || count === transfers.length
  const summed = amount === null || amount === totalOf(transfers)
  if (!counted || !summed) return otherOrder(transfers[0]!.orderId, { count, sum: amount })
  const others = transfers.filter(({ id }) => !listed.has(id))
  return status === 'PART' ? accept(others) : asLot(decide(status, others))
}

/** Each of them moves because all do: what refuses the whole accuses who sent it. */
export function asLot(decision: Decision): Decision {
  if (!('moves' in decision)) return decision
  return {
    ...decision,
    moves: decision.moves.map((move) => ({ ...move, matched: 'lot' as const })),
  }
}

function decide(status: string, transfers: readonly KnownTransfer[]): Decision {
  switch (statusCode(status)?.meaning) {
    case 'rejected':
      return refuseAll(transfers)
    // The bank’s word that it paid does not prove that money moved: the account does. What a partial answer refuses is
    // listed line by line.
    case 'accepted':
    case 'executed':
    case 'partial':
      return accept(transfers)
    case 'pending':
      return { moves: [] }
    default:
      return unknownStatus(status)
  }
}

function accept(transfers: readonly KnownTransfer[]): Decision {
  return moves(
    transfers.filter(({ state }) => state === 'issued'),
    'accepted'
  )
}

function refuseAll(transfers: readonly KnownTransfer[]): Decision {
  const paid = transfers.find(({ state }) => state === 'executed')
  return paid ? alreadyThere(paid, 'rejette') : moves(living(transfers), 'rejected')
}

function moves(transfers: readonly KnownTransfer[], state: Move['state']): Decision {
  return {
    moves: transfers.map((transfer) => ({ transfer, state, matched: 'reference' as const })),
  }
}
