import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { isRefused, type Refused } from '#app/shared/result'
import { findWork } from '#app/shared/works/find_work'
import type { Progress, WorkEnd, WorkKind, WorkState } from '#app/shared/works/works'

/** Not more often: a page asks every second. */
const EVERY_MS = 500

/** Does a work, and writes how it ended. What has ended is not done again, however often the queue says it. */
export async function performWork(
  id: number,
  kindOf: (name: string) => Promise<WorkKind>
): Promise<void> {
  const work = await findWork(id)
  if (!work || work.endedAt) return
  await db.from('works').where('id', id).update({ state: 'running' })
  try {
    const kind = await kindOf(work.kind)
    const end = await kind.perform(work, progressOf(id))
    await finish(id, isRefused(end) ? 'refused' : 'done', end)
  } catch (error) {
    logger.error({ err: error, workId: id }, 'A work failed')
    await finish(id, 'failed', null)
  }
}

async function finish(
  id: number,
  state: WorkState,
  outcome: WorkEnd | Refused | null
): Promise<void> {
  await db
    .from('works')
    .where('id', id)
    .update({ state, outcome: outcome && JSON.stringify(outcome), ended_at: new Date() })
}

function progressOf(id: number): Progress {
  let last = 0
  return (done, total) => {
    if (Date.now() - last < EVERY_MS) return
    last = Date.now()
    // Only a sight for the page: one that comes late, or not at all, changes nothing.
    db.from('works')
      .where('id', id)
      .whereNull('ended_at')
      .update({ done, total })
      .catch(() => {})
  }
}
