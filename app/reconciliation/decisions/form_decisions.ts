import { outdateRuns } from '#app/conventions/fees/outdate_runs'
import { outcomeLabel } from '#app/reconciliation/reconciliation_lines'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A run calculated before the decision does not know it: it waits for a new calculation. */
export async function outdateRunsOf(trx: Trx, formId: number, actorId: number): Promise<void> {
  const form = await row<{ conventionId: number | null }>(
    'SELECT convention_id AS "conventionId" FROM return_forms WHERE id = ?',
    [formId],
    trx
  )
  if (form && form.conventionId !== null) await outdateRuns(trx, form.conventionId, actorId)
}

/** What a submitted or issued run pays does not change under its approvers. */
export async function refuseSettled(trx: Trx, formId: number): Promise<Refused | null> {
  const form = await row<{ id: number }>(
    'SELECT id FROM return_forms WHERE id = ? FOR UPDATE',
    [formId],
    trx
  )
  if (!form) return refuse('FICHE_INCONNUE', `Il n’y a pas de fiche n° ${formId}.`)
  const run = await row<{ code: string }>(
    `SELECT r.code FROM settlement_lines l JOIN runs r ON r.id = l.run_id
     WHERE l.form_id = ? AND r.state IN ('submitted', 'approved', 'issuing') LIMIT 1`,
    [formId],
    trx
  )
  return (
    run &&
    refuse(
      'CAMPAGNE_SOUMISE',
      `La fiche est dans la campagne ${run.code}, déjà soumise.`,
      'Rouvrez la campagne, puis décidez.'
    )
  )
}

/** One decision in force for a form and a code: a new one takes the place of the former. */
export async function withdraw(
  trx: Trx,
  formId: number,
  code: string,
  actorId: number
): Promise<void> {
  await trx
    .from('decisions')
    .where({ form_id: formId, code })
    .whereNull('undone_at')
    .update({ undone_at: new Date(), undone_by: actorId })
}

/** A decision answers what the last reconciliation found on the form, and nothing else. */
export async function refuseUnfounded(
  trx: Trx,
  formId: number,
  code: string
): Promise<Refused | null> {
  if (code === 'RETENUE') return null
  const found = await row(
    'SELECT 1 FROM findings WHERE form_id = ? AND code = ?',
    [formId, code],
    trx
  )
  return found
    ? null
    : refuse(
        'CONSTAT_ABSENT',
        `La fiche n°\u00a0${formId} n’a pas de constat «\u00a0${outcomeLabel(code)}\u00a0».`,
        'Refaites le rapprochement, et relisez les constats.'
      )
}
