import { planDestruction, type DestructionPlan } from '#app/keeping/destruction/plan_destruction'
import { parisDay, type Day } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface DestructionRehearsal extends Omit<DestructionPlan, 'digest'> {
  today: Day
  /** What must be told to destroy, in hexadecimal. */
  digest: string
}

/** Says what a destruction would do, changes nothing, and remembers that it was said. */
export async function rehearseDestruction(
  actorId: number,
  at = new Date()
): Promise<DestructionRehearsal> {
  const today = parisDay(at)
  const rehearsal = await transaction<DestructionRehearsal>(async (trx) => {
    const { due, counts, digest } = await planDestruction(trx, today)
    await rows(
      `INSERT INTO purge_rehearsals (purpose, today, digest, counts, rehearsed_by, rehearsed_at)
       VALUES ('destruction', ?, ?, ?, ?, ?)`,
      [today, digest, JSON.stringify(counts), actorId, at],
      trx
    )
    return { today, due, counts, digest: digest.toString('hex') }
  })
  if (isRefused(rehearsal)) throw new Error('A rehearsal refuses nothing')
  return rehearsal
}
