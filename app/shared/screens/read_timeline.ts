import { eventSentence } from '#app/shared/screens/event_sentences'
import { rows } from '#app/shared/rows'

export interface TimelineEvent {
  at: Date
  sentence: string
  who: string
}

const MOST = 200

/** What happened to one thing, the last first, as `@timeline` shows it. */
export async function readTimeline(type: string, id: number): Promise<TimelineEvent[]> {
  const events = await rows<{
    at: Date
    verb: string
    before: unknown
    after: unknown
    who: string
  }>(
    `SELECT e.at, e.verb, e.before, e.after, coalesce(u.full_name, 'l’application') AS who
     FROM events e LEFT JOIN users u ON u.id = e.actor_id
     WHERE e.subject_type = ? AND e.subject_id = ? ORDER BY e.id DESC LIMIT ${MOST}`,
    [type, id]
  )
  return events.map(({ at, verb, before, after, who }) => ({
    at,
    sentence: eventSentence(verb, before, after),
    who,
  }))
}
