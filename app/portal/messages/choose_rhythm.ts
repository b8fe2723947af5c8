import type User from '#app/accounts/user'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** When a person is told: at once, once a day, never. */
export const RHYTHMS = {
  immediate: 'Tout de suite, un courriel par événement',
  daily: 'Une fois par jour, à 7 heures',
  none: 'Aucun courriel',
} as const

export type Rhythm = keyof typeof RHYTHMS

/** Records when a person of an association wants to be told; what waits for the mail of the day follows the choice. */
export async function chooseRhythm(
  { id, associationId }: Pick<User, 'id' | 'associationId'>,
  typed: string
): Promise<{ rhythm: Rhythm } | Refused> {
  if (!isRhythm(typed)) {
    return refuse(
      'RYTHME_INCONNU',
      'Ce choix n’existe pas.',
      'Choisissez-en un dans la liste.',
      'rythme'
    )
  }
  return transaction<{ rhythm: Rhythm }>(async (trx) => {
    await row(
      `INSERT INTO mail_preferences (user_id, association_id, rhythm) VALUES (?, ?, ?)
       ON CONFLICT (user_id) DO UPDATE SET rhythm = excluded.rhythm, association_id = excluded.association_id,
         chosen_at = now()`,
      [id, associationId, typed],
      trx
    )
    if (typed === 'immediate') {
      await trx.rawQuery(
        `UPDATE mails SET for_digest = false WHERE user_id = ? AND state = 'queued' AND for_digest`,
        [id]
      )
    }
    return { rhythm: typed }
  })
}

function isRhythm(typed: string): typed is Rhythm {
  return Object.hasOwn(RHYTHMS, typed)
}
