import type User from '#app/accounts/user'
import { readMeeting, type TypedMeeting } from '#app/network/meetings/typed_meeting'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Opens a webinar to the registrations of associations. What was announced does not change afterwards. */
export async function createMeeting(
  actor: Pick<User, 'id'>,
  typed: TypedMeeting,
  now = new Date()
): Promise<{ id: number } | Refused> {
  const meeting = readMeeting(typed, now)
  if (isRefused(meeting)) return meeting
  return transaction<{ id: number }>(async (trx) => {
    const { title, details, link, startsAt, endsAt, seats } = meeting
    const created = (await row<{ id: number }>(
      `INSERT INTO meetings (title, details, link, starts_at, ends_at, seats, created_by)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      [title, details, link, startsAt, endsAt, seats, actor.id],
      trx
    ))!
    await recordEvent(trx, actor.id, {
      verb: 'meeting.created',
      subject: ['meeting', created.id],
      after: { title, startsAt, endsAt, seats },
    })
    return created
  })
}
