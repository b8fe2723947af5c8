import { isOpen, totalOf, type Decision, type Move } from '#app/payments/bank/decision'
import {
  living,
  orderNamed,
  type KnownTransfer,
  type KnownTransfers,
} from '#app/payments/bank/known_transfers'
import {
  alreadyThere,
  creditOfOurs,
  lotTotal,
  NO_REFERENCE,
  otherAmount,
  otherCurrency,
  unknownTransfer,
} from '#app/payments/bank/open_reasons'
import type { Cents } from '#app/shared/cents'

/** A part of a line of the account that nothing explains yet. */
export interface PendingPart {
  id: number
  /** Signed: a credit is positive. */
  amount: Cents
  currency: string
  endToEndId: string | null
  lotId: string | null
  otherReferences: readonly string[]
  returned: boolean
}

/**
 * What a part does to the transfers, by the references that it carries and never without its amount: the transfer of
 * its EndToEndId; else the whole lot when the total is that of what waits there. Pure: states move in `known` as the
 * decisions are applied by the caller.
 */
export function decidePart(
  part: PendingPart,
  known: KnownTransfers,
  credits: readonly PendingPart[] = []
): Decision {
  if (part.currency !== 'EUR') return otherCurrency(part.currency)
  const { endToEndId, lotId, otherReferences } = part
  const transfer = named(part, known)
  if (transfer) return part.amount < 0 ? debit(part, transfer) : credit(part, transfer)
  const lot = endToEndId === null ? orderNamed(known, [lotId, ...otherReferences]) : []
  if (lot.length > 0 && part.amount < 0) return debitOfLot(part, lot, known, credits)
  if (endToEndId !== null) return unknownTransfer(endToEndId)
  if (part.amount < 0) return NO_REFERENCE.debit
  return part.returned ? NO_REFERENCE.returned : NO_REFERENCE.credit
}

/** The transfer that a part names, or none. */
export function named(
  { endToEndId, otherReferences }: PendingPart,
  { byReference }: KnownTransfers
): KnownTransfer | undefined {
  const references = endToEndId === null ? otherReferences : [endToEndId]
  return references.map((one) => byReference.get(one)).find((one) => one !== undefined)
}

function debit({ amount }: PendingPart, transfer: KnownTransfer): Decision {
  if (transfer.amount !== -amount) return otherAmount(transfer, -amount)
  if (living([transfer]).length === 0) return alreadyThere(transfer, 'débite')
  return { moves: [{ transfer, state: 'executed', matched: 'reference' }] }
}

function credit({ amount, returned }: PendingPart, transfer: KnownTransfer): Decision {
  if (!returned) return creditOfOurs(transfer)
  if (transfer.amount !== amount) return otherAmount(transfer, amount)
  if (transfer.state !== 'executed') return alreadyThere(transfer, 'rend')
  return { moves: [{ transfer, state: 'returned', matched: 'reference' }] }
}

function debitOfLot(
  part: PendingPart,
  lot: readonly KnownTransfer[],
  known: KnownTransfers,
  credits: readonly PendingPart[]
): Decision {
  const waiting = living(lot)
  const told = -part.amount
  const sum = totalOf(waiting)
  const moves = waiting.map((transfer): Move => ({ transfer, state: 'executed', matched: 'lot' }))
  if (waiting.length > 0 && sum === told) return { moves }
  if (waiting.length === 0 && totalOf(lot) === told) return alreadyThere(lot[0]!, 'débite')
  const back = givenBack(lot, known, credits)
  if (waiting.length > 0 && sum + totalOf(back.transfers) === told && back.credits.length > 0) {
    return { moves, offsets: back.credits }
  }
  return lotTotal(told, waiting, sum)
}

/** The credits that give back rejected transfers of a lot that was debited whole. */
function givenBack(
  lot: readonly KnownTransfer[],
  known: KnownTransfers,
  credits: readonly PendingPart[]
): { transfers: KnownTransfer[]; credits: number[] } {
  const back = credits.flatMap((one) => {
    const transfer = named(one, known)
    const rejected = transfer?.state === 'rejected' && transfer.amount === one.amount
    return rejected && lot.includes(transfer) ? [{ transfer, id: one.id }] : []
  })
  const once = [...new Map(back.map((one) => [one.transfer.id, one])).values()]
  return { transfers: once.map(({ transfer }) => transfer), credits: once.map(({ id }) => id) }
}

/** Applies a decision to what is known, so that the next one sees it. */
export function apply(decision: Decision): void {
  if (isOpen(decision)) return
  for (const { transfer, state } of decision.moves) transfer.state = state
}
