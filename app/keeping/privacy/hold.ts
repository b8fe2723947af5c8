import { row } from '#app/shared/rows'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

export interface NewHold {
  /** Reference of a saisine, or code of a convention. */
  what: string
  reason: string
  actorId: number
}

interface Held {
  saisineId: number | null
  conventionId: number | null
}

const LONGEST = 300

/** Keeps a saisine, or all those of a convention, although its time comes: the purge leaves it alone until lifted. */
export async function hold({ what, reason, actorId }: NewHold): Promise<{ id: number } | Refused> {
  if (reason.trim() === '' || reason.length > LONGEST) {
    return refuse(
      'MOTIF',
      'Le motif de la conservation manque, ou dépasse 300 caractères.',
      'Écrivez pourquoi ces données restent\u00a0: un contentieux, un contrôle… sans nommer personne.',
      'motif'
    )
  }
  return transaction(async (trx) => {
    const held = await row<Held>(FIND, [what.trim(), what.trim()], trx)
    if (!held) return unknown(what)
    const created = await row<{ id: number }>(
      `INSERT INTO legal_holds (saisine_id, convention_id, reason, held_by) VALUES (?, ?, ?, ?)
       ON CONFLICT DO NOTHING RETURNING id`,
      [held.saisineId, held.conventionId, reason.trim(), actorId],
      trx
    )
    if (!created) return already(what)
    await recordEvent(trx, actorId, {
      verb: 'hold.placed',
      subject: held.saisineId ? ['saisine', held.saisineId] : ['convention', held.conventionId!],
      after: { reason: reason.trim() },
    })
    return created
  })
}

const FIND = `
  SELECT NULL::bigint AS "saisineId", id AS "conventionId" FROM conventions WHERE code = ?
  UNION ALL
  (SELECT id, NULL FROM saisines WHERE reference = ? AND anonymised_at IS NULL ORDER BY id LIMIT 1)
  LIMIT 1`

function unknown(what: string): Refused {
  return refuse(
    'INCONNUE',
    `Ni saisine ni convention ne s’appelle « ${what.trim()} ».`,
    'Recopiez la référence de la saisine, ou le code de la convention.',
    'quoi'
  )
}

function already(what: string): Refused {
  return refuse(
    'DEJA_CONSERVEE',
    `« ${what.trim()} » est déjà sous conservation légale.`,
    'Levez la conservation en cours si son motif a changé.',
    'quoi'
  )
}
