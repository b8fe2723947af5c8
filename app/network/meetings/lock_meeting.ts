import { row } from '#app/shared/rows'
import { found } from '#app/shared/screens/not_found'
import type { Trx } from '#app/shared/transaction'

export interface LockedMeeting {
  title: string
  startsAt: Date
  seats: number
  closedAt: Date | null
}

/** The meeting, held so that its seats are given one after the other; throws the page of what is not there. */
export async function lockMeeting(trx: Trx, id: number): Promise<LockedMeeting> {
  return found(
    await row<LockedMeeting>(
      `SELECT title, starts_at AS "startsAt", seats, closed_at AS "closedAt" FROM meetings WHERE id = ? FOR UPDATE`,
      [id],
      trx
    )
  )
}
