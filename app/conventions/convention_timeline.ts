import { rows } from '#app/shared/rows'
import { timelineOf, type TimelineEvent } from '#app/shared/screens/timeline'

/** What happened to a convention and to its barèmes, last first. */
export async function conventionTimeline(conventionId: number): Promise<TimelineEvent[]> {
  const schedules = await rows<{ id: number }>(
    'SELECT id FROM fee_schedules WHERE convention_id = ?',
    [conventionId]
  )
  const all = await Promise.all([
    timelineOf('convention', conventionId),
    ...schedules.map(({ id }) => timelineOf('fee_schedule', id)),
  ])
  return all.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
}
