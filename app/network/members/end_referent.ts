import type User from '#app/accounts/user'
import { isDay, type Day } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

interface Current {
  id: number
  name: string
  startsOn: Day
}

/** Ends the mission of a department’s référent: from that day on the department has none. */
export function endReferent(
  actor: Pick<User, 'id'>,
  departmentCode: string,
  endsOn: Day
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    await lock(trx, `referents of ${departmentCode}`)
    const current = await row<Current>(
      `SELECT id, name, starts_on AS "startsOn" FROM referents
       WHERE department_code = ? AND ends_on IS NULL`,
      [departmentCode],
      trx
    )
    if (!current) return refuse('SANS_REFERENT', 'Ce département n’a pas de référent en mission.')
    if (!isDay(endsOn) || endsOn <= current.startsOn) {
      return refuse(
        'DATE_DE_FIN',
        'Cette fin n’est pas après le début de la mission.',
        'Choisissez un jour d’après.',
        'fin'
      )
    }
    await trx.from('referents').where('id', current.id).update({ ends_on: endsOn })
    await recordEvent(trx, actor.id, {
      verb: 'department.referent_ended',
      subject: ['referent', current.id],
      before: { departmentCode, name: current.name },
      after: { endsOn },
    })
    return { id: current.id }
  })
}
