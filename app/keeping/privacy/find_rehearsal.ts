import type { Rehearsal } from '#app/keeping/privacy/rehearse_purge'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A rehearsal is trusted that long: a person has looked at it. */
const TRUSTED_DAYS = 7

/** The last rehearsal with this purpose and digest, of these days, that no opening has followed; null when there is none. */
export function findRehearsal(
  purpose: 'purge' | 'destruction',
  digest: string,
  at: Date,
  trx?: Trx
): Promise<Rehearsal | null> {
  return row<Rehearsal>(
    `SELECT id, today, encode(digest, 'hex') AS digest, counts FROM purge_rehearsals r
     WHERE purpose = ? AND encode(digest, 'hex') = ? AND rehearsed_at > ?::timestamptz - make_interval(days => ${TRUSTED_DAYS})
       AND NOT EXISTS (SELECT FROM openings WHERE rehearsal_id = r.id)
     ORDER BY id DESC LIMIT 1`,
    [purpose, digest, at],
    trx
  )
}
