import { ordersNamed } from '#app/payments/pain001/lot_id'
import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export type TransferState = 'issued' | 'accepted' | 'executed' | 'rejected' | 'returned'

export interface KnownTransfer {
  id: number
  endToEndId: string
  instructionId: string
  amount: Cents
  /** Follows what is decided, before it is written. */
  state: TransferState
  /** MsgId of its order. */
  orderId: string
}

/** The transfers that a bank may be speaking of, by what it names them with. */
export interface KnownTransfers {
  byReference: ReadonlyMap<string, KnownTransfer>
  byOrder: ReadonlyMap<string, readonly KnownTransfer[]>
}

/** Whole orders: those named by one of the references, or of which a transfer is. */
export async function knownTransfers(
  trx: Trx,
  references: readonly string[]
): Promise<KnownTransfers> {
  const found = await rows<KnownTransfer>(
    `SELECT t.id, t.end_to_end_id AS "endToEndId", t.instruction_id AS "instructionId", t.amount_cents AS amount,
       t.state, o.message_id AS "orderId"
     FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id
     WHERE o.message_id = ANY(?) OR o.id IN (
       SELECT transfer_order_id FROM transfers WHERE end_to_end_id = ANY(?) OR instruction_id = ANY(?))
     ORDER BY t.id`,
    [references.flatMap(ordersNamed), references, references],
    trx
  )
  return {
    byReference: new Map(
      found.flatMap((one) => [
        [one.endToEndId, one],
        [one.instructionId, one],
      ])
    ),
    byOrder: Map.groupBy(found, ({ orderId }) => orderId),
  }
}

/** The transfers of the order that one of the references names; none when it is not ours. */
export function orderNamed(
  { byOrder }: KnownTransfers,
  references: readonly (string | null)[]
): readonly KnownTransfer[] {
  const named = references.flatMap((one) => (one === null ? [] : ordersNamed(one)))
  const known = named.find((one) => byOrder.has(one))
  return known === undefined ? [] : byOrder.get(known)!
}

/** Those that wait for the bank to pay them. */
export function living(transfers: readonly KnownTransfer[]): KnownTransfer[] {
  return transfers.filter(({ state }) => state === 'issued' || state === 'accepted')
}
