import type User from '#app/accounts/user'
import { editWithin } from '#app/network/edit_association'
import { nameReferentWithin } from '#app/network/members/name_referent'
import {
  statedCells,
  statedReferent,
  type ProposedChange,
} from '#app/network/changes/proposed_change'
import { tellFormerContact } from '#app/network/changes/tell_former_contact'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface ChangeDecision {
  changeId: number
  verdict: 'accepted' | 'refused'
  /** Why, for the association to read; a refusal needs one. */
  reason: string
}

/** Accepts what an association says of itself, which then is so, or refuses it with a reason. */
export async function decideChange(
  actor: Pick<User, 'id'>,
  { changeId, verdict, reason: typed }: ChangeDecision
): Promise<{ changeId: number } | Refused> {
  const reason = typed.trim()
  if (verdict === 'refused' && reason === '') {
    return refuse('MOTIF_MANQUANT', 'Un refus se motive.', 'Dites-en la raison.', 'motif')
  }
  return transaction<{ changeId: number }>(async (trx) => {
    const change = await lockedChange(trx, changeId)
    if (!change) return refuse('PROPOSITION_INCONNUE', 'Cette mise à jour n’existe pas.')
    if (change.state !== 'proposed') {
      return refuse(
        'PROPOSITION_DECIDEE',
        'Cette mise à jour n’attend plus.',
        'Elle a sa réponse, ou une autre l’a remplacée.'
      )
    }
    if (verdict === 'accepted') {
      const refused = await apply(trx, actor, change)
      if (refused) return refused
    }
    await trx.rawQuery(
      'UPDATE proposed_changes SET state = ?, decided_by = ?, decided_at = now(), reason = ? WHERE id = ?',
      [verdict, actor.id, reason || null, changeId] as never[]
    )
    await recordEvent(trx, actor.id, {
      verb: `change.${verdict}`,
      subject: ['proposed_change', changeId],
      after: { reason },
    })
    return { changeId }
  })
}

async function apply(
  trx: Trx,
  actor: Pick<User, 'id'>,
  change: ProposedChange
): Promise<Refused | null> {
  if (change.kind === 'referent') {
    const named = await nameReferentWithin(trx, actor, statedReferent(change))
    return isRefused(named) ? named : null
  }
  const { associationId, code, stated } = change
  if (change.kind === 'contacts') {
    await tellFormerContact(trx, { associationId, email: stated.email ?? null, actorId: actor.id })
  }
  const edited = await editWithin(trx, code, statedCells(change), actor.id)
  return isRefused(edited) ? edited : null
}

function lockedChange(trx: Trx, id: number): Promise<ProposedChange | null> {
  return row<ProposedChange>(
    `SELECT c.id, c.association_id AS "associationId", a.code, c.kind, c.department_code AS "departmentCode", c.stated, c.state
     FROM proposed_changes c JOIN associations a ON a.id = c.association_id WHERE c.id = ? FOR UPDATE OF c`,
    [id],
    trx
  )
}
