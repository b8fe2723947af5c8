import { DESTRUCTION_WORDS } from '#app/keeping/destruction/destruction_words'
import { listHolds } from '#app/keeping/privacy/list_holds'
import { readRetention, SERVICE_DAYS } from '#app/keeping/privacy/retention'
import { countRows } from '#app/keeping/privacy/count_rows'
import { PURGE_WORDS } from '#app/keeping/privacy/purge_words'
import { row, rows } from '#app/shared/rows'

interface Counted {
  counts: Record<string, number>
  at: Date
  who: string
}

/** All that the page « Conservation » shows. */
export async function conservationPage() {
  const [rehearsal, purges] = [await lastRehearsal('purge'), await openings('purge')]
  const [announced, destructions] = [
    await lastRehearsal('destruction'),
    await openings('destruction'),
  ]
  return {
    retention: await readRetention(),
    serviceDays: SERVICE_DAYS,
    holds: await listHolds({ all: true }),
    rehearsal: rehearsal && { ...rehearsal, rows: countRows(PURGE_WORDS, rehearsal.counts) },
    purges: purges.map((purge) => ({ ...purge, rows: countRows(PURGE_WORDS, purge.counts) })),
    announced: announced && {
      ...announced,
      rows: countRows(DESTRUCTION_WORDS, announced.counts),
      due: Object.keys(announced.counts).some((what) => !what.startsWith('kept.')),
    },
    destructions: destructions.map((one) => ({
      ...one,
      rows: countRows(DESTRUCTION_WORDS, one.counts),
    })),
  }
}

function lastRehearsal(purpose: string) {
  return row<Counted & { digest: string; done: boolean }>(REHEARSAL, [purpose])
}

function openings(purpose: string) {
  return rows<Counted & { id: number }>(OPENINGS, [purpose])
}

const REHEARSAL = `
  SELECT counts, rehearsed_at AS at, u.full_name AS who, encode(digest, 'hex') AS digest,
    EXISTS (SELECT FROM openings WHERE rehearsal_id = r.id) OR rehearsed_at < now() - interval '7 days' AS done
  FROM purge_rehearsals r JOIN users u ON u.id = rehearsed_by
  WHERE purpose = ? ORDER BY r.id DESC LIMIT 1`

const OPENINGS = `
  SELECT o.id, o.opened_at AS at, u.full_name AS who,
    coalesce((SELECT jsonb_object_agg(what, count) FROM opening_counts WHERE opening_id = o.id), '{}') AS counts
  FROM openings o JOIN users u ON u.id = opened_by WHERE purpose = ? ORDER BY o.id DESC LIMIT 20`
