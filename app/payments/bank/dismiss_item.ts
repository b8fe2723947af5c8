import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { lockOpenItem } from '#app/payments/bank/open_item'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

const LONGEST = 500

/** Sets an item aside, with the reason why nothing is to be done of it: bank fees, an answer of the bank… */
export async function dismissItem(
  itemId: number,
  { reason, actorId, at = new Date() }: { reason: string; actorId: number; at?: Date }
): Promise<{ itemId: number } | Refused> {
  const why = reason.trim()
  if (why === '' || why.length > LONGEST) {
    return refuse(
      'RAISON_MANQUANTE',
      `Dites pourquoi il n’y a rien à faire, en ${LONGEST} caractères au plus.`,
      'Par exemple\u00a0: frais de tenue de compte d’octobre.',
      'raison'
    )
  }
  return transaction<{ itemId: number }>(async (trx) => {
    await lockBankAnswers(trx)
    const item = await lockOpenItem(trx, itemId)
    if (isRefused(item)) return item
    await rows(
      `UPDATE bank_items SET resolution = 'dismissed', resolution_reason = ?, resolved_by = ?, resolved_at = ?
       WHERE id = ?`,
      [why, actorId, at, itemId],
      trx
    )
    await recordEvent(trx, actorId, {
      verb: 'bank_item.dismissed',
      subject: ['bank_item', itemId],
      after: { reason: why },
    })
    return { itemId }
  })
}

/** Takes back an item that was set aside: it waits again. */
export async function reopenItem(
  itemId: number,
  actorId: number
): Promise<{ itemId: number } | Refused> {
  return transaction<{ itemId: number }>(async (trx) => {
    await lockBankAnswers(trx)
    const reopened = await row(
      `UPDATE bank_items SET resolution = NULL, resolution_reason = NULL, resolved_by = NULL, resolved_at = NULL
       WHERE id = ? AND resolution = 'dismissed' RETURNING id`,
      [itemId],
      trx
    )
    if (!reopened) {
      return refuse(
        'SUSPENS_NON_CLASSE',
        'Seul un suspens classé se rouvre.',
        'Ce qu’une personne a rapproché se défait de la page du suspens, avec une raison.'
      )
    }
    await recordEvent(trx, actorId, {
      verb: 'bank_item.reopened',
      subject: ['bank_item', itemId],
    })
    return { itemId }
  })
}
