import { transferLetter, type SettledTransfer } from '#app/shared/mail/letters/transfer_settled'
import { notify } from '#app/shared/mail/notify'
import { row } from '#app/shared/rows'
import type { Day } from '#app/shared/day'
import type { Trx } from '#app/shared/transaction'

interface Settled {
  transferId: number
  outcome: SettledTransfer['outcome']
  on: Day
  actorId: number | null
}

/** Tells an association that a transfer left or came back, in the transaction that records it; each once. */
export async function notifyTransfer(
  trx: Trx,
  { transferId, outcome, on, actorId }: Settled
): Promise<void> {
  const { associationId, ...statement } = (await row<{
    id: number
    number: string
    associationId: number
  }>(
    `SELECT s.id, s.number, s.association_id AS "associationId" FROM transfers t
     JOIN statements s ON s.id = t.statement_id WHERE t.id = ?`,
    [transferId],
    trx
  ))!
  const letter = transferLetter({ statement, outcome, on })
  const cause = `transfer:${transferId}:${outcome}`
  await notify(trx, [{ kind: 'transfer', associationId, cause, letter }], actorId)
}
