import { publishedLetter } from '#app/shared/mail/letters/letter_published'
import { notify } from '#app/shared/mail/notify'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface Reader {
  associationId: number
  isSheet: boolean
  title: string
}

/** Tells the members of the network on that day which may read a publication that it is there. */
export async function notifyPublished(
  trx: Trx,
  { letterId, actorId, day }: { letterId: number; actorId: number; day: Day }
): Promise<void> {
  const readers = await rows<Reader>(
    `SELECT m.association_id AS "associationId", l.kind = 'sheet' AS "isSheet", l.title
     FROM letters l JOIN memberships m ON daterange(m.starts_on, m.ends_on) @> ?::date
     WHERE l.id = ? AND (l.convention_id IS NULL OR EXISTS (SELECT FROM saisines s
       WHERE s.association_id = m.association_id AND s.convention_id = l.convention_id))
     ORDER BY 1`,
    [day, letterId],
    trx
  )
  const [first] = readers
  if (!first) return
  const letter = publishedLetter({ ...first, id: letterId })
  const notices = readers.map(({ associationId }) => ({
    kind: 'letter' as const,
    associationId,
    cause: `letter:${letterId}`,
    letter,
  }))
  await notify(trx, notices, actorId)
}
