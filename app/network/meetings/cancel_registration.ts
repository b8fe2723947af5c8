import type User from '#app/accounts/user'
import { lockMeeting, type LockedMeeting } from '#app/network/meetings/lock_meeting'
import { seatLetter } from '#app/shared/mail/letters/seat_given'
import { notify } from '#app/shared/mail/notify'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { found } from '#app/shared/screens/not_found'
import { transaction, type Trx } from '#app/shared/transaction'

export interface Cancelled {
  /** Who had waited and now has the seat; null when nobody did. */
  seatedId: number | null
}

/** Withdraws a person; the first of the waiting list has the seat at once, and is told. */
export function cancelRegistration(
  actor: Pick<User, 'id'>,
  meetingId: number,
  now = new Date()
): Promise<Cancelled | Refused> {
  return transaction<Cancelled>(async (trx) => {
    const meeting = await lockMeeting(trx, meetingId)
    const mine = found(
      await row<{ id: number; seat: number | null }>(
        'SELECT id, seat FROM meeting_registrations WHERE meeting_id = ? AND user_id = ? AND cancelled_at IS NULL',
        [meetingId, actor.id],
        trx
      )
    )
    if (meeting.startsAt <= now) {
      return refuse(
        'RENDEZ_VOUS_PASSE',
        'Ce rendez-vous a commencé : la place ne sert plus à personne.'
      )
    }
    await trx
      .from('meeting_registrations')
      .where('id', mine.id)
      .update({ cancelled_at: now, seat: null })
    await recordEvent(trx, actor.id, {
      verb: 'meeting.cancelled',
      subject: ['meeting', meetingId],
      after: { registrationId: mine.id },
    })
    if (mine.seat === null) return { seatedId: null }
    return { seatedId: await giveSeat(trx, meetingId, meeting, mine.seat) }
  })
}

/** Seats the one who has waited longest; an account closed meanwhile waits for nothing. */
async function giveSeat(
  trx: Trx,
  meetingId: number,
  { title, startsAt }: LockedMeeting,
  seat: number
): Promise<number | null> {
  const next = await row<{ id: number; associationId: number; userId: number }>(
    `UPDATE meeting_registrations r SET seat = ? FROM users u
     WHERE u.id = r.user_id AND r.id = (SELECT min(w.id) FROM meeting_registrations w JOIN users p ON p.id = w.user_id
       WHERE w.meeting_id = ? AND w.seat IS NULL AND w.cancelled_at IS NULL AND p.disabled_at IS NULL)
     RETURNING r.id, r.association_id AS "associationId", u.id AS "userId"`,
    [seat, meetingId],
    trx
  )
  if (!next) return null
  const { id, associationId, userId } = next
  await recordEvent(trx, null, {
    verb: 'meeting.seat_given',
    subject: ['meeting', meetingId],
    after: { registrationId: id, seat },
  })
  const letter = seatLetter({ title, startsAt })
  await notify(trx, [{ kind: 'meeting', associationId, userId, cause: `seat:${id}`, letter }], null)
  return id
}
