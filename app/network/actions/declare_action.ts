import type User from '#app/accounts/user'
import { readAction, type TypedAction } from '#app/network/actions/read_action'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** The convention that counts awareness actions beside mayors. */
const CONVENTION = 'AMF-2021'

/** Declares, for the person’s association, an action done beside mayors. */
export function declareAction(
  actor: Pick<User, 'id' | 'associationId'>,
  typed: TypedAction,
  at = new Date()
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    const kinds = await rows<{ code: string }>(
      'SELECT code FROM action_kinds WHERE retired_at IS NULL',
      [],
      trx
    )
    const action = readAction(
      typed,
      kinds.map(({ code }) => code),
      parisDay(at)
    )
    if (isRefused(action)) return action
    const { heldOn, department, kind, label, participants, withAmf } = action
    const created = await row<{ id: number }>(
      `INSERT INTO awareness_actions
         (association_id, convention_id, held_on, department, kind, label, participants, with_amf, declared_by)
       SELECT ?, c.id, ?, ?, ?, ?, ?, ?, ? FROM conventions c WHERE c.code = ? RETURNING id`,
      [
        actor.associationId,
        heldOn,
        department,
        kind,
        label,
        participants,
        withAmf,
        actor.id,
        CONVENTION,
      ],
      trx
    )
    if (!created) {
      return refuse(
        'CONVENTION_ABSENTE',
        `La convention ${CONVENTION} n’est pas enregistrée ici.`,
        'La coordination doit d’abord l’enregistrer.'
      )
    }
    await recordEvent(trx, actor.id, {
      verb: 'action.declared',
      subject: ['awareness_action', created.id],
      after: { ...action },
    })
    return created
  })
}
