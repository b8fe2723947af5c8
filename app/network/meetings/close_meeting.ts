import type User from '#app/accounts/user'
import { lockMeeting } from '#app/network/meetings/lock_meeting'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** Closes the registrations. Who is registered stays so, and may still withdraw. */
export function closeMeeting(
  actor: Pick<User, 'id'>,
  meetingId: number
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    const { closedAt } = await lockMeeting(trx, meetingId)
    if (closedAt) return refuse('INSCRIPTIONS_CLOSES', 'Les inscriptions sont déjà closes.')
    await trx
      .from('meetings')
      .where('id', meetingId)
      .update({ closed_at: new Date(), closed_by: actor.id })
    await recordEvent(trx, actor.id, { verb: 'meeting.closed', subject: ['meeting', meetingId] })
    return { id: meetingId }
  })
}
