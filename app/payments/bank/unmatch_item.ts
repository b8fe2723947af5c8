import { reverseEntry } from '#app/ledger/reverse_entry'
import { followRuns } from '#app/payments/bank/follow_runs'
import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { notifyTransfers } from '#app/payments/notify_transfers'
import { reasonsToKeep } from '#app/payments/bank/reasons_to_keep'
import { matchedMoves, type MatchedMove } from '#app/payments/bank/matched_moves'
import { unblockAccounts } from '#app/payments/bank/unblock_accounts'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface ItemUnmatch {
  itemId: number
  /** Why the match was a mistake. */
  reason: string
  actorId: number
  at?: Date
}

export interface UnmatchedItem {
  transfers: number
  /** What they no longer are. */
  state: 'executed' | 'returned'
}

const LONGEST = 500

/**
 * Takes back what a person matched: the item waits again, its transfers are what they were before, and their entries
 * are reversed by new ones, on the first day that is open. What the bank proved by its references stays.
 */
export async function unmatchItem({
  itemId,
  reason,
  actorId,
  at = new Date(),
}: ItemUnmatch): Promise<UnmatchedItem | Refused> {
  const why = reason.trim()
  if (why === '' || why.length > LONGEST) {
    return refuse(
      'RAISON_MANQUANTE',
      `Dites pourquoi ce rapprochement est une erreur, en ${LONGEST} caractères au plus.`,
      'Par exemple\u00a0: cette ligne paie un autre virement du même montant.',
      'erreur'
    )
  }
  return transaction<UnmatchedItem>(async (trx) => {
    await lockBankAnswers(trx)
    const item = await row<{ partId: number | null; resolution: string | null }>(
      'SELECT part_id AS "partId", resolution FROM bank_items WHERE id = ? FOR UPDATE',
      [itemId],
      trx
    )
    if (!item) return refuse('SUSPENS_INCONNU', `Il n’y a pas de suspens n°\u00a0${itemId}.`)
    const undone =
      item.resolution === 'matched' && item.partId !== null
        ? await matchedMoves(item.partId, trx)
        : []
    const kept = reasonsToKeep(undone)
    if (kept) return kept
    await undo(trx, undone, { itemId, reason: why, actorId, at })
    return { transfers: undone.length, state: undone[0]!.state }
  })
}

async function undo(
  trx: Trx,
  undone: readonly MatchedMove[],
  { itemId, reason, actorId, at }: Required<ItemUnmatch>
): Promise<void> {
  const on = parisDay(at)
  await rows(
    `WITH undoing AS (
       INSERT INTO match_undoings (item_id, reason, undone_by, undone_at) VALUES (?, ?, ?, ?) RETURNING id)
     INSERT INTO undone_moves (id, undoing_id, transfer_id, state, moved_on, part_id, matched, reason_code, reason_text,
       moved_by, moved_at)
     SELECT m.id, undoing.id, transfer_id, state, moved_on, part_id, matched, reason_code, reason_text, moved_by, moved_at
     FROM transfer_moves m, undoing WHERE m.id = ANY(?)`,
    [itemId, reason, actorId, at, undone.map(({ id }) => id)],
    trx
  )
  await rows('DELETE FROM transfer_moves WHERE id = ANY(?)', [undone.map(({ id }) => id)], trx)
  await rows(
    'UPDATE bank_items SET resolution = NULL, resolved_by = NULL, resolved_at = NULL WHERE id = ?',
    [itemId],
    trx
  )
  for (const { transferId, state } of undone) {
    const kind = state === 'executed' ? 'transfer_execution' : 'transfer_return'
    await reverseEntry(trx, { transferId, kind, on })
  }
  await unblockAccounts(trx, undone, actorId)
  await recordUndone(trx, undone, { itemId, reason, actorId })
  await notifyTransfers(
    trx,
    undone.map(({ transferId, state }) => ({
      transferId,
      outcome: state === 'executed' ? 'not_executed' : 'not_returned',
      on,
      reasonCode: null,
    })),
    actorId
  )
  await followRuns(trx, undone, actorId)
}

/** On the timelines of the item, and of the statements that the transfers pay. */
async function recordUndone(
  trx: Trx,
  undone: readonly MatchedMove[],
  { itemId, reason, actorId }: Pick<Required<ItemUnmatch>, 'itemId' | 'reason' | 'actorId'>
): Promise<void> {
  await recordEvent(trx, actorId, {
    verb: 'bank_item.unmatched',
    subject: ['bank_item', itemId],
    after: { reason, transfers: undone.map(({ endToEndId }) => endToEndId) },
  })
  for (const { statementId, endToEndId, state } of undone) {
    await recordEvent(trx, actorId, {
      verb: 'statement.transfer_unmatched',
      subject: ['statement', statementId],
      after: { endToEndId, state, reason },
    })
  }
}
