import { apply, decidePart, type PendingPart } from '#app/payments/bank/decide_part'
import {
  asLot,
  decideStatus,
  transfersTold,
  type PendingStatus,
} from '#app/payments/bank/decide_status'
import { isOpen, type Decision } from '#app/payments/bank/decision'
import { knownTransfers, type KnownTransfers } from '#app/payments/bank/known_transfers'
import { isOfWholeOrder } from '#app/payments/bank/of_whole_order'
import { moveTransfers, type ProvedMove, type WrittenMove } from '#app/payments/bank/move_transfers'
import {
  pendingParts,
  pendingStatuses,
  type ToldPart,
  type ToldStatus,
} from '#app/payments/bank/pending'
import { writeItems, type DecidedItem } from '#app/payments/bank/write_items'
import { isRefused, type Refused } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

/**
 * Decides all that waits: what this file brought, and what earlier files left that carries a reference, since a return
 * may come before the debit. What does not move a transfer to the cent is an open item with its reason.
 */
export async function settleAnswers(
  trx: Trx,
  fileId: number,
  { actorId, at }: { actorId: number; at: Date }
): Promise<{ moved: WrittenMove[] } | Refused> {
  const statuses = await pendingStatuses(trx, fileId)
  const parts = await pendingParts(trx, fileId)
  const known = await knownTransfers(trx, referencesOf(statuses, parts))
  const decided = [...decideStatuses(statuses, known), ...decideParts(parts, known)]
  const result = await moveTransfers(trx, decided.flatMap(movesOf), { actorId, at })
  if (isRefused(result)) return result
  await writeItems(trx, decided.map(itemOf), { actorId, at })
  return result
}

interface Decided {
  told: ToldPart | ToldStatus
  isPart: boolean
  decision: Decision
  /** For a credit: the debit of which it gives back a part. */
  offsetOf: number | null
}

function referencesOf(statuses: readonly ToldStatus[], parts: readonly ToldPart[]): string[] {
  const told = [
    ...statuses.flatMap(({ orderId, lotId, endToEndId, instructionId }) => [
      orderId,
      lotId,
      endToEndId,
      instructionId,
    ]),
    ...parts.flatMap(({ endToEndId, lotId, otherReferences }) => [
      endToEndId,
      lotId,
      ...otherReferences,
    ]),
  ]
  return [...new Set(told.filter((one) => one !== null))]
}

function decideStatuses(statuses: readonly ToldStatus[], known: KnownTransfers): Decided[] {
  const lines = statuses.filter(({ level }) => level === 'transfer')
  const listed = new Set(lines.flatMap((line) => transfersTold(line, known).map(({ id }) => id)))
  return statuses.map((told) => {
    const decided = decideStatus(told as PendingStatus, known, listed)
    const whole = told.level === 'transfer' && isOfWholeOrder(told, statuses)
    const decision = whole ? asLot(decided) : decided
    apply(decision)
    return { told, isPart: false, decision, offsetOf: null }
  })
}

/** Debits first: a transfer leaves before it comes back. */
function decideParts(parts: readonly ToldPart[], known: KnownTransfers): Decided[] {
  const credits = parts.filter(({ amount }) => amount > 0)
  const offsets = new Map<number, number>()
  return parts
    .toSorted((a, b) => Number(a.amount > 0) - Number(b.amount > 0))
    .map((told) => {
      const offsetOf = offsets.get(told.id) ?? null
      const decision =
        offsetOf === null ? decidePart(told as PendingPart, known, credits) : { moves: [] }
      apply(decision)
      if (!isOpen(decision)) for (const id of decision.offsets ?? []) offsets.set(id, told.id)
      return { told, isPart: true, decision, offsetOf }
    })
}

function movesOf({ told, isPart, decision }: Decided): ProvedMove[] {
  if (isOpen(decision)) return []
  return decision.moves.map(({ transfer, state, matched }) => ({
    transferId: transfer.id,
    state,
    matched,
    on: told.on,
    partId: isPart ? told.id : null,
    statusId: isPart ? null : told.id,
    reasonCode: told.reasonCode,
    reasonText: told.reasonText,
  }))
}

function itemOf({ told, isPart, decision, offsetOf }: Decided): DecidedItem {
  return {
    partId: isPart ? told.id : null,
    statusId: isPart ? null : told.id,
    open: isOpen(decision) ? decision : null,
    offsetOf,
  }
}
