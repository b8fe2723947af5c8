import { eventSentence } from '#app/shared/screens/event_sentences'
import { rows } from '#app/shared/rows'

export interface TimelineEvent {
  at: Date
  sentence: string
  who: string
}

interface EventRow {
  at: Date
  verb: string
  before: object | null
  after: object | null
  who: string | null
}

/** What was done to a thing, last first; the newest hundred. */
export async function timelineOf(subjectType: string, subjectId: number): Promise<TimelineEvent[]> {
  const found = await rows<EventRow>(
    `SELECT e.at, e.verb, e.before, e.after, u.full_name AS who FROM events e LEFT JOIN users u ON u.id = e.actor_id
     WHERE e.subject_type = ? AND e.subject_id = ? ORDER BY e.id DESC LIMIT 100`,
    [subjectType, subjectId]
  )
  return found.map(({ at, verb, before, after, who }) => ({
    at,
    sentence: eventSentence(verb, before, after),
    who: who ?? 'l’installation',
  }))
}
