import type User from '#app/accounts/user'
import { lockMeeting, type LockedMeeting } from '#app/network/meetings/lock_meeting'
import { formatInstant } from '#app/shared/screens/list_cell'
import { postMail } from '#app/shared/mail/post_mail'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { found } from '#app/shared/screens/not_found'
import { transaction, type Trx } from '#app/shared/transaction'
import { appUrl } from '#start/env'

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
  const next = await row<{ id: number; email: string }>(
    `UPDATE meeting_registrations r SET seat = ? FROM users u
     WHERE u.id = r.user_id AND r.id = (SELECT min(w.id) FROM meeting_registrations w JOIN users p ON p.id = w.user_id
       WHERE w.meeting_id = ? AND w.seat IS NULL AND w.cancelled_at IS NULL AND p.disabled_at IS NULL)
     RETURNING r.id, u.email`,
    [seat, meetingId],
    trx
  )
  if (!next) return null
  await recordEvent(trx, null, {
    verb: 'meeting.seat_given',
    subject: ['meeting', meetingId],
    after: { registrationId: next.id, seat },
  })
  await postMail(trx, {
    kind: 'meeting',
    to: next.email,
    subject: `Vous avez une place : ${title}`,
    text: [
      'Bonjour,',
      `Une place s’est libérée : vous êtes inscrit au rendez-vous « ${title} », le ${formatInstant(startsAt)} (heure de Paris).`,
      `Le lien et le fichier de calendrier sont ici :\n${appUrl}/rendez-vous`,
      'Si vous ne pouvez plus venir, désistez-vous sur la même page : la place ira à la personne suivante.',
    ].join('\n\n'),
    causedBy: null,
  })
  return next.id
}
