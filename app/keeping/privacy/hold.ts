import { row, rows } from '#app/shared/rows'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { rehearsable } from '#app/keeping/privacy/rehearsable'
import { lock, type Trx } from '#app/shared/transaction'

export interface NewHold {
  /** Reference of a saisine, or code of a convention. */
  what: string
  reason: string
  actorId: number
  dryRun?: boolean
}

export interface PlacedHold {
  id: number
  /** Saisines that no purge takes any more because of it. */
  saisines: number
}

interface Held {
  saisineId: number | null
  conventionId: number | null
}

const LONGEST = 300

/**
 * Keeps a saisine, or all those of a convention, although its time comes: the purge leaves it alone until lifted. Two
 * conventions may know the same reference: both saisines are kept.
 */
export async function hold({
  what,
  reason,
  actorId,
  dryRun = false,
}: NewHold): Promise<PlacedHold | Refused> {
  if (reason.trim() === '' || reason.length > LONGEST) {
    return refuse(
      'MOTIF',
      'Le motif de la conservation manque, ou dépasse 300 caractères.',
      'Écrivez pourquoi ces données restent\u00a0: un contentieux, un contrôle… sans nommer personne.',
      'motif'
    )
  }
  return rehearsable(dryRun, async (trx) => {
    // A purge that is under way ends first: it would not see this.
    await lock(trx, 'purge')
    const found = await rows<Held>(FIND, [what.trim(), what.trim()], trx)
    if (found.length === 0) return unknown(what)
    const placed: { id: number }[] = []
    for (const one of found) placed.push(...(await place(trx, one, reason.trim(), actorId)))
    return placed[0] ? { id: placed[0].id, saisines: await keptBy(trx, placed) } : already(what)
  })
}

const FIND = `
  SELECT NULL::bigint AS "saisineId", id AS "conventionId" FROM conventions WHERE code = ?
  UNION ALL
  SELECT id, NULL FROM saisines WHERE reference = ? AND anonymised_at IS NULL`

/** The hold of one subject; nothing when there is one already. */
async function place(
  trx: Trx,
  { saisineId, conventionId }: Held,
  reason: string,
  actorId: number
): Promise<{ id: number }[]> {
  const created = await row<{ id: number }>(
    `INSERT INTO legal_holds (saisine_id, convention_id, reason, held_by) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING RETURNING id`,
    [saisineId, conventionId, reason, actorId],
    trx
  )
  if (!created) return []
  await recordEvent(trx, actorId, {
    verb: 'hold.placed',
    subject: saisineId ? ['saisine', saisineId] : ['convention', conventionId!],
    after: { reason },
  })
  return [created]
}

async function keptBy(trx: Trx, placed: readonly { id: number }[]): Promise<number> {
  const found = await row<{ n: number }>(
    `SELECT count(*) AS n FROM saisines WHERE anonymised_at IS NULL AND (
       id IN (SELECT saisine_id FROM legal_holds WHERE id = ANY (?))
       OR convention_id IN (SELECT convention_id FROM legal_holds WHERE id = ANY (?)))`,
    [placed.map(({ id }) => id), placed.map(({ id }) => id)],
    trx
  )
  return found!.n
}

function unknown(what: string): Refused {
  return refuse(
    'INCONNUE',
    `Ni saisine ni convention ne s’appelle «\u00a0${what.trim()}\u00a0».`,
    'Recopiez la référence de la saisine, ou le code de la convention.',
    'quoi'
  )
}

function already(what: string): Refused {
  return refuse(
    'DEJA_CONSERVEE',
    `«\u00a0${what.trim()}\u00a0» est déjà sous conservation légale.`,
    'Levez la conservation en cours si son motif a changé.',
    'quoi'
  )
}
