import type User from '#app/accounts/user'
import type { ChangeKind } from '#app/network/changes/change_kinds'
import { checkEdit } from '#app/network/edit_association'
import { referentProblems } from '#app/network/members/name_referent'
import { statedCells, statedReferent, type Stated } from '#app/network/changes/proposed_change'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface ChangeProposal {
  kind: ChangeKind
  stated: Stated
}

/**
 * An association says how it is reached, where it works, or who is its référent. Nothing changes before the
 * federation accepts; a second proposal takes the place of the one that waits.
 */
export async function proposeChange(
  actor: Pick<User, 'id' | 'role' | 'associationId'>,
  { kind, stated }: ChangeProposal
): Promise<{ id: number } | Refused> {
  const { associationId } = actor
  if (actor.role !== 'association' || associationId === null) {
    return refuse('ROLE_INSUFFISANT', 'Une association parle d’elle-même.')
  }
  return transaction<{ id: number }>(async (trx) => {
    const refused = await whyNot(trx, associationId, { kind, stated })
    if (refused) return refused
    const departmentCode = kind === 'referent' ? stated.departement! : null
    await trx.rawQuery(
      `UPDATE proposed_changes SET state = 'replaced' WHERE association_id = ? AND kind = ?
         AND department_code IS NOT DISTINCT FROM ?::text AND state = 'proposed'`,
      [associationId, kind, departmentCode] as never[]
    )
    const created = (await row<{ id: number }>(
      `INSERT INTO proposed_changes (association_id, kind, department_code, stated, proposed_by)
       VALUES (?, ?, ?, ?, ?) RETURNING id`,
      [associationId, kind, departmentCode, JSON.stringify(stated), actor.id],
      trx
    ))!
    await recordEvent(trx, actor.id, {
      verb: 'change.proposed',
      subject: ['proposed_change', created.id],
      after: { kind, associationId },
    })
    return created
  })
}

/** The checks of the deed itself, at once: what would be refused later is refused while it is typed. */
async function whyNot(
  trx: Trx,
  associationId: number,
  { kind, stated }: ChangeProposal
): Promise<Refused | null> {
  const { code } = (await row<{ code: string }>(
    'SELECT code FROM associations WHERE id = ? FOR UPDATE',
    [associationId],
    trx
  ))!
  if (kind !== 'referent') {
    const edit = await checkEdit(trx, code, statedCells({ stated }))
    return isRefused(edit) ? edit : null
  }
  const problems = referentProblems(statedReferent({ associationId, stated }))
  if (problems.length > 0) return { refused: problems }
  const covered = await row(
    'SELECT 1 FROM association_departments WHERE association_id = ? AND department_code = ?',
    [associationId, stated.departement ?? ''],
    trx
  )
  if (covered) return null
  return refuse(
    'DEPARTEMENT_NON_COUVERT',
    'Ce département n’est pas de ceux que couvre l’association.',
    'Choisissez-en un de la liste.',
    'departement'
  )
}
