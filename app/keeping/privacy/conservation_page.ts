import { listHolds } from '#app/keeping/privacy/list_holds'
import { readRetention, SERVICE_DAYS } from '#app/keeping/privacy/retention'
import { purgeRows } from '#app/keeping/privacy/purge_words'
import { row, rows } from '#app/shared/rows'

interface Counted {
  counts: Record<string, number>
  at: Date
  who: string
}

/** All that the page « Conservation » shows. */
export async function conservationPage() {
  const rehearsal = await row<Counted & { digest: string; done: boolean }>(REHEARSAL)
  const purges = await rows<Counted & { id: number }>(PURGES)
  return {
    retention: await readRetention(),
    serviceDays: SERVICE_DAYS,
    holds: await listHolds({ all: true }),
    rehearsal: rehearsal && { ...rehearsal, rows: purgeRows(rehearsal.counts) },
    purges: purges.map((purge) => ({ ...purge, rows: purgeRows(purge.counts) })),
  }
}

const REHEARSAL = `
  SELECT counts, rehearsed_at AS at, u.full_name AS who, encode(digest, 'hex') AS digest,
    EXISTS (SELECT FROM openings WHERE rehearsal_id = r.id) OR rehearsed_at < now() - interval '7 days' AS done
  FROM purge_rehearsals r JOIN users u ON u.id = rehearsed_by ORDER BY r.id DESC LIMIT 1`

const PURGES = `
  SELECT o.id, o.opened_at AS at, u.full_name AS who,
    coalesce((SELECT jsonb_object_agg(what, count) FROM opening_counts WHERE opening_id = o.id), '{}') AS counts
  FROM openings o JOIN users u ON u.id = opened_by WHERE purpose = 'purge' ORDER BY o.id DESC LIMIT 20`
