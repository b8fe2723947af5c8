import { amountToApprove } from '#app/settlement/approval/amount_to_approve'
import { approvalsNeeded } from '#app/settlement/approval/approvals_needed'
import type Run from '#app/settlement/run'
import { lockRun } from '#app/settlement/run'
import { hashLines } from '#app/settlement/calculation/settlement_row'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import { transaction, type Trx } from '#app/shared/transaction'

export interface Approval {
  run: Run
  given: number
  needed: number
}

/** One person's approval of exactly these lines; the run is approved when enough people have given theirs. */
export async function approveRun(
  runId: number,
  approverId: number,
  at = new Date()
): Promise<Approval | Refused> {
  return transaction<Approval>(async (trx) => {
    const run = await lockRun(trx, runId, 'approve')
    if (isRefused(run)) return run
    const conflict = await conflictOf(trx, run, approverId)
    if (conflict) return conflict
    const hash = await hashLines(trx, run.id)
    if (!hash.equals(run.contentHash!)) {
      throw new Error(`Run ${run.code}: the lines are not those that were calculated`)
    }
    await trx.table('run_approvals').insert({
      run_id: run.id,
      approver_id: approverId,
      run_hash: hash,
      approved_at: at,
    })
    const given = await approvalsGiven(trx, run)
    const { approvalBands } = await loadSettings(trx)
    const needed = approvalsNeeded(await amountToApprove(trx, run.id), approvalBands)
    if (given >= needed) await run.merge({ state: 'approved' }).useTransaction(trx).save()
    await recordEvent(trx, approverId, {
      verb: 'run.approved',
      subject: ['run', run.id],
      after: { hash: hash.toString('hex'), given, needed },
    })
    return { run, given, needed }
  })
}

/** Living approvals of the run's present content. */
export async function approvalsGiven(trx: Trx, run: Run): Promise<number> {
  const found = await row<{ n: number }>(
    'SELECT count(*) AS n FROM run_approvals WHERE run_id = ? AND voided_at IS NULL AND run_hash = ?',
    [run.id, run.contentHash],
    trx
  )
  return found!.n
}

/** Nobody does matching, calculation and approval on one run. */
async function conflictOf(trx: Trx, run: Run, approverId: number): Promise<Refused | null> {
  if ([run.preparedBy, run.submittedBy].includes(approverId)) {
    return refuse(
      'APPROBATEUR_PREPARATEUR',
      'On n’approuve pas une campagne que l’on a préparée.',
      'Demandez à une autre personne.'
    )
  }
  if (await hasDecided(trx, run, approverId)) {
    return refuse(
      'APPROBATEUR_RAPPROCHEMENT',
      'On n’approuve pas une campagne dont on a rapproché des fiches.',
      'Demandez à une autre personne.'
    )
  }
  const approved = await row(
    'SELECT 1 FROM run_approvals WHERE run_id = ? AND approver_id = ? AND voided_at IS NULL',
    [run.id, approverId],
    trx
  )
  return approved
    ? refuse(
        'DEJA_APPROUVEE',
        'Vous avez déjà approuvé cette campagne.',
        'Une autre personne doit l’approuver.'
      )
    : null
}

/**
 * Whether the person's word is in what the run pays or leaves out: a decision on a form that it pays, on any form
 * of the convention since its previous run was issued (one set aside has no line to show it), on a correction that
 * it settles, or on which association a saisine is for. Who undoes a decision decides too.
 */
async function hasDecided(trx: Trx, run: Run, userId: number): Promise<boolean> {
  const found = await row<{ decided: boolean }>(
    `WITH previous AS (
       SELECT coalesce(max(issued_at), '-infinity') AS issued_at FROM runs WHERE convention_id = :convention)
     SELECT EXISTS (
         SELECT 1 FROM decisions d JOIN settlement_lines l ON l.form_id = d.form_id
         WHERE l.run_id = :run AND d.decided_by = :user AND d.undone_at IS NULL)
       OR EXISTS (
         SELECT 1 FROM decisions d JOIN return_forms f ON f.id = d.form_id, previous p
         WHERE f.convention_id = :convention
           AND (d.decided_by = :user AND d.undone_at IS NULL AND d.decided_at >= p.issued_at
             OR d.undone_by = :user AND d.undone_at >= p.issued_at))
       OR EXISTS (
         SELECT 1 FROM proposed_corrections c JOIN settlement_lines l ON l.proposed_correction_id = c.id
         WHERE l.run_id = :run AND c.decided_by = :user)
       OR EXISTS (
         SELECT 1 FROM reassignments m JOIN saisines s ON s.id = m.saisine_id, previous p
         WHERE s.convention_id = :convention AND m.decided_by = :user AND m.decided_at >= p.issued_at) AS decided`
      .replaceAll(':convention', String(run.conventionId))
      .replaceAll(':run', String(run.id))
      .replaceAll(':user', String(userId)),
    [],
    trx
  )
  return found!.decided
}
