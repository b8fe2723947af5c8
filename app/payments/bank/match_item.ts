import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { moveTransfers } from '#app/payments/bank/move_transfers'
import { lockOpenItem } from '#app/payments/bank/open_item'
import { sumCents, type Cents } from '#app/shared/cents'
import { formatAmount, plural } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface ItemMatch {
  itemId: number
  transferIds: readonly number[]
  actorId: number
  at?: Date
}

export interface MatchedItem {
  transfers: number
  state: 'executed' | 'returned'
}

/**
 * A person says which transfers a line of the bank pays, or which one it gives back. To the cent, always: what differs
 * from the line is refused. It moves money in the books, so that it is not undone.
 */
export async function matchItem({
  itemId,
  transferIds,
  actorId,
  at = new Date(),
}: ItemMatch): Promise<MatchedItem | Refused> {
  return transaction<MatchedItem>(async (trx) => {
    await lockBankAnswers(trx)
    const item = await lockOpenItem(trx, itemId)
    if (isRefused(item)) return item
    if (item.amount === null || item.currency !== 'EUR') return notMoney()
    const state = item.amount < 0 ? 'executed' : 'returned'
    const chosen = await chosenTransfers(trx, transferIds)
    const refused = reasonsAgainst(chosen, state, Math.abs(item.amount))
    if (refused) return refused
    const moved = await moveTransfers(
      trx,
      chosen.map(({ id }) => ({
        transferId: id,
        state,
        matched: 'person' as const,
        on: item.on,
        partId: item.partId,
        statusId: null,
        reasonCode: item.reasonCode,
        reasonText: item.reasonText,
      })),
      { actorId, at }
    )
    if (isRefused(moved)) return moved
    await rows(
      `UPDATE bank_items SET resolution = 'matched', resolved_by = ?, resolved_at = ? WHERE id = ?`,
      [actorId, at, itemId],
      trx
    )
    await recordEvent(trx, actorId, {
      verb: 'bank_item.matched',
      subject: ['bank_item', itemId],
      after: { transfers: chosen.map(({ endToEndId }) => endToEndId) },
    })
    return { transfers: chosen.length, state }
  })
}

interface ChosenTransfer {
  id: number
  endToEndId: string
  amount: Cents
  state: string
}

function chosenTransfers(trx: Trx, ids: readonly number[]): Promise<ChosenTransfer[]> {
  return rows<ChosenTransfer>(
    `SELECT id, end_to_end_id AS "endToEndId", amount_cents AS amount, state FROM transfers WHERE id = ANY(?)
     ORDER BY id FOR UPDATE`,
    [ids],
    trx
  )
}

function reasonsAgainst(
  chosen: readonly ChosenTransfer[],
  state: 'executed' | 'returned',
  line: Cents
): Refused | null {
  if (chosen.length === 0) {
    return refuse('VIREMENT_A_CHOISIR', 'Aucun virement n’est choisi.', 'Cochez-en un au moins.')
  }
  const from = state === 'executed' ? ['issued', 'accepted'] : ['executed']
  const other = chosen.find((one) => !from.includes(one.state))
  if (other) {
    return refuse(
      'ETAT_DU_VIREMENT',
      `Le virement ${other.endToEndId} ${state === 'executed' ? 'n’attend plus d’être débité' : 'n’est pas exécuté, il ne peut pas revenir'}.`,
      'Revenez à la liste\u00a0: les virements proposés sont à jour.'
    )
  }
  const sum = sumCents(chosen.map(({ amount }) => amount))
  if (sum === line) return null
  return refuse(
    'ECART_DE_MONTANT',
    `La ligne de banque est de ${formatAmount(line)}, ${plural(chosen.length, 'virement choisi', 'virements choisis')} de ${formatAmount(sum)}\u00a0: un écart ne se rapproche pas.`,
    'Choisissez les virements qui font le compte, ou classez la ligne avec une raison.'
  )
}

function notMoney(): Refused {
  return refuse(
    'PAS_UNE_LIGNE_DE_COMPTE',
    'Seule une ligne du compte, en euros, se rapproche d’un virement.',
    'Classez ce suspens avec une raison.'
  )
}
