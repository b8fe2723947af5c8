import { reasonCode } from '#app/payments/answers/reason_codes'
import { transferLetter, type SettledTransfer } from '#app/shared/mail/letters/transfer_settled'
import { notify } from '#app/shared/mail/notify'
import { rows } from '#app/shared/rows'
import type { Day } from '#app/shared/day'
import type { Trx } from '#app/shared/transaction'

/** What became of a transfer; what only was accepted is not told. */
export interface ToldMove {
  transferId: number
  state: SettledTransfer['outcome'] | 'accepted'
  on: Day
  reasonCode: string | null
}

/** Tells associations that transfers left, were refused or came back, in the transaction that records it; each once. */
export async function notifyTransfers(
  trx: Trx,
  moves: readonly ToldMove[],
  actorId: number | null
): Promise<void> {
  const told = moves.filter(
    (move): move is ToldMove & SettledTransferState => move.state !== 'accepted'
  )
  const found = await rows<Statement & { transferId: number; associationId: number }>(
    `SELECT t.id AS "transferId", s.id, s.number, s.association_id AS "associationId" FROM transfers t
     JOIN statements s ON s.id = t.statement_id WHERE t.id = ANY(?)`,
    [told.map(({ transferId }) => transferId)],
    trx
  )
  const statements = new Map(found.map((one) => [one.transferId, one]))
  const notices = told.map(({ transferId, state, on, reasonCode: code }) => {
    const { associationId, id, number } = statements.get(transferId)!
    const reason = state === 'executed' ? null : (reasonCode(code)?.meaning ?? null)
    const letter = transferLetter({ statement: { id, number }, outcome: state, on, reason })
    const cause = `transfer:${transferId}:${state}`
    return { kind: 'transfer' as const, associationId, cause, letter }
  })
  await notify(trx, notices, actorId)
}

type SettledTransferState = { state: SettledTransfer['outcome'] }
type Statement = SettledTransfer['statement']
