import { planPurge } from '#app/keeping/privacy/purge_plan'
import type { Day } from '#app/shared/day'
import { parisDay } from '#app/shared/day'
import { row } from '#app/shared/rows'
import { isRefused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

export interface Rehearsal {
  id: number
  today: Day
  /** What must be told to purge: SHA-256 in hexadecimal of what would be touched. */
  digest: string
  counts: Record<string, number>
}

/** Says what a purge would do, changes nothing, and remembers that it was said. */
export async function rehearsePurge(actorId: number, at = new Date()): Promise<Rehearsal> {
  const today = parisDay(at)
  const rehearsal = await transaction<Rehearsal>(async (trx) => {
    const { counts, digest } = await planPurge(trx, today)
    const { id } = (await row<{ id: number }>(
      `INSERT INTO purge_rehearsals (purpose, today, digest, counts, rehearsed_by, rehearsed_at)
       VALUES ('purge', ?, ?, ?, ?, ?) RETURNING id`,
      [today, digest, JSON.stringify(counts), actorId, at],
      trx
    ))!
    return { id, today, digest: digest.toString('hex'), counts }
  })
  if (isRefused(rehearsal)) throw new Error('A rehearsal refuses nothing')
  return rehearsal
}
