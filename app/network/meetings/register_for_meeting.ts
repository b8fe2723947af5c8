import type User from '#app/accounts/user'
import { lockMeeting } from '#app/network/meetings/lock_meeting'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface Registration {
  id: number
  /** Null on the waiting list. */
  seat: number | null
}

/** Takes a seat for a person of an association, or a place on the waiting list; asked twice, it is the same one. */
export function registerForMeeting(
  actor: Pick<User, 'id' | 'associationId'>,
  meetingId: number,
  now = new Date()
): Promise<Registration | Refused> {
  return transaction<Registration>(async (trx) => {
    const { seats, startsAt, closedAt } = await lockMeeting(trx, meetingId)
    const mine = await row<Registration>(
      'SELECT id, seat FROM meeting_registrations WHERE meeting_id = ? AND user_id = ? AND cancelled_at IS NULL',
      [meetingId, actor.id],
      trx
    )
    if (mine) return mine
    if (closedAt || startsAt <= now) {
      return refuse(
        'INSCRIPTIONS_CLOSES',
        'Les inscriptions à ce rendez-vous sont closes.',
        'La coordination peut vous dire si un autre est prévu.'
      )
    }
    const registration = (await row<Registration>(
      `INSERT INTO meeting_registrations (meeting_id, association_id, user_id, seat)
       SELECT ?, ?, ?, (SELECT min(n) FROM generate_series(1, ?::integer) n
         WHERE n NOT IN (SELECT seat FROM meeting_registrations WHERE meeting_id = ? AND seat IS NOT NULL))
       RETURNING id, seat`,
      [meetingId, actor.associationId, actor.id, seats, meetingId],
      trx
    ))!
    await recordEvent(trx, actor.id, {
      verb: 'meeting.registered',
      subject: ['meeting', meetingId],
      after: { registrationId: registration.id, seat: registration.seat },
    })
    return registration
  })
}
