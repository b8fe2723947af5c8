import type { CalendarMeeting } from '#app/network/meetings/calendar_file'
import { meetingStateSql, type MEETING_STATES } from '#app/network/meetings/meetings_list'
import { row, rows } from '#app/shared/rows'

export interface MyMeeting extends CalendarMeeting {
  seats: number
  left: number
  state: keyof typeof MEETING_STATES
  /** Of the person who looks. */
  registered: boolean
  seat: number | null
  /** Rank on the waiting list; null for who does not wait. */
  rank: number | null
}

const MEETINGS = `SELECT m.id, m.title, m.details, CASE WHEN r.seat IS NOT NULL THEN m.link END AS link,
    m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.seats, greatest(m.seats - meeting_seated(m.id), 0) AS left,
    ${meetingStateSql('meeting_seated(m.id)')} AS state, r.id IS NOT NULL AS registered, r.seat,
    CASE WHEN r.id IS NOT NULL AND r.seat IS NULL THEN meeting_waiting_until(r.id) END AS rank
  FROM meetings m LEFT JOIN meeting_registrations r ON r.meeting_id = m.id AND r.user_id = ? AND r.cancelled_at IS NULL`

/** Meetings to come, the next first, as a person sees them. Reads behind the wall. */
export function myMeetings(userId: number): Promise<MyMeeting[]> {
  return rows<MyMeeting>(
    `${MEETINGS} WHERE m.ends_at > now() ORDER BY m.starts_at, m.id LIMIT 50`,
    [userId]
  )
}

export function myMeeting(userId: number, id: number): Promise<MyMeeting | null> {
  return row<MyMeeting>(`${MEETINGS} WHERE m.id = ?`, [userId, id])
}
