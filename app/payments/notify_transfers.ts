import { reasonCode } from '#app/payments/answers/reason_codes'
import { transferLetter, type SettledTransfer } from '#app/shared/mail/letters/transfer_settled'
import { notify } from '#app/shared/mail/notify'
import { rows } from '#app/shared/rows'
import type { Day } from '#app/shared/day'
import type { Trx } from '#app/shared/transaction'

/** What became of a transfer; what only was accepted is not told. */
export interface ToldTransfer {
  transferId: number
  outcome: SettledTransfer['outcome']
  on: Day
  reasonCode: string | null
}

interface PaidStatement {
  transferId: number
  associationId: number
  id: number
  number: string
  undone: number
}

/**
 * Tells associations that transfers left, were refused or came back, in the transaction that records it; each once, and
 * again when what was told has been taken back.
 */
export async function notifyTransfers(
  trx: Trx,
  told: readonly ToldTransfer[],
  actorId: number | null
): Promise<void> {
  const found = await rows<PaidStatement>(
    `SELECT t.id AS "transferId", s.id, s.number, s.association_id AS "associationId",
       (SELECT count(*) FROM undone_moves u WHERE u.transfer_id = t.id) AS undone
     FROM transfers t JOIN statements s ON s.id = t.statement_id WHERE t.id = ANY(?)`,
    [told.map(({ transferId }) => transferId)],
    trx
  )
  const statements = new Map(found.map((one) => [one.transferId, one]))
  const notices = told.map(({ transferId, outcome, on, reasonCode: code }) => {
    const { associationId, id, number, undone } = statements.get(transferId)!
    const reason = outcome === 'executed' ? null : (reasonCode(code)?.meaning ?? null)
    const letter = transferLetter({ statement: { id, number }, outcome, on, reason })
    const cause = `transfer:${transferId}:${outcome}${undone > 0 ? `:${undone}` : ''}`
    return { kind: 'transfer' as const, associationId, cause, letter }
  })
  await notify(trx, notices, actorId)
}
