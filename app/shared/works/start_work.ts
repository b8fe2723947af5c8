import { row } from '#app/shared/rows'
import { isRefused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'
import { enqueue } from '#app/shared/works/work_queue'

export interface NewWork {
  kind: string
  subjectId: number
  options?: Record<string, unknown>
  startedBy: number
}

/** Starts a long work in the background; the one that is already under way for the same thing is given instead. */
export async function startWork({
  kind,
  subjectId,
  options = {},
  startedBy,
}: NewWork): Promise<number> {
  const started = await transaction<{ id: number }>(async (trx) => {
    const created = await row<{ id: number }>(
      `INSERT INTO works (kind, subject_id, options, started_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind, subject_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [kind, subjectId, JSON.stringify(options), startedBy],
      trx
    )
    if (created) await enqueue(trx, created.id)
    return (
      created ??
      (await row<{ id: number }>(
        'SELECT id FROM works WHERE kind = ? AND subject_id = ? AND ended_at IS NULL',
        [kind, subjectId],
        trx
      ))!
    )
  })
  if (isRefused(started)) throw new Error('Starting a work refuses nothing')
  return started.id
}
