import { DateTime } from 'luxon'
import { amountToApprove } from '#app/settlement/approval/amount_to_approve'
import { approvalsGiven } from '#app/settlement/approval/approve_run'
import { approvalsNeeded } from '#app/settlement/approval/approvals_needed'
import { checkGates } from '#app/settlement/gates/gates'
import type Run from '#app/settlement/run'
import { lockRun } from '#app/settlement/run'
import { hashLines } from '#app/settlement/calculation/settlement_row'
import { blockedReasons } from '#app/settlement/approval/submit_run'
import type { Cents } from '#app/shared/cents'
import { plural } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import { transaction, type Trx } from '#app/shared/transaction'

/**
 * Opens the issue of an approved run, after a last look at its approvals, its lines and its gates: from here on
 * nothing of it moves. A run whose issue was interrupted is given back as it is.
 */
export async function beginIssue(runId: number, actorId: number, at: Date): Promise<Run | Refused> {
  return transaction<Run>(async (trx) => {
    const run = await lockRun(trx, runId, 'issue')
    if (isRefused(run) || run.state === 'issuing') return run
    const refused = await lastReasons(trx, run, at)
    if (refused) return refused
    await releaseHeldLines(trx, run.id)
    await freezeSchedules(trx, run.id, at)
    run.merge({
      state: 'issuing',
      totalCents: await totalOf(trx, run.id),
      work: 'issuing',
      issuedBy: actorId,
      issuedAt: DateTime.fromJSDate(at),
    })
    await run.useTransaction(trx).save()
    await recordEvent(trx, actorId, { verb: 'run.issuing', subject: ['run', run.id] })
    return run
  })
}

async function lastReasons(trx: Trx, run: Run, at: Date): Promise<Refused | null> {
  const { approvalBands } = await loadSettings(trx)
  const needed = approvalsNeeded(await amountToApprove(trx, run.id), approvalBands)
  const given = await approvalsGiven(trx, run)
  if (given < needed) {
    return refuse(
      'APPROBATIONS_INSUFFISANTES',
      `${plural(given, 'approbation')} sur ${needed}.`,
      'Faites approuver la campagne.'
    )
  }
  if (!(await hashLines(trx, run.id)).equals(run.contentHash!)) {
    throw new Error(`Run ${run.code}: the lines are not those that were approved`)
  }
  const gates = await checkGates(trx, run, at)
  const refused = [...gates.run, ...gates.associations.flatMap(blockedReasons)]
  return refused.length > 0 ? { refused } : null
}

/** Lines on hold leave this run; the next calculation finds their forms unpaid. */
async function releaseHeldLines(trx: Trx, runId: number): Promise<void> {
  await trx.rawQuery(
    `DELETE FROM settlement_lines WHERE run_id = ? AND association_id IN
       (SELECT association_id FROM run_holds WHERE run_id = ? AND released_at IS NULL)`,
    [runId, runId]
  )
}

/** What is left to issue once the lines on hold are out. */
async function totalOf(trx: Trx, runId: number): Promise<Cents> {
  const left = await row<{ total: Cents }>(
    'SELECT coalesce(sum(amount_cents), 0)::bigint AS total FROM settlement_lines WHERE run_id = ?',
    [runId],
    trx
  )
  return left!.total
}

async function freezeSchedules(trx: Trx, runId: number, at: Date): Promise<void> {
  await trx.rawQuery(
    `UPDATE fee_schedules SET frozen_at = ? WHERE frozen_at IS NULL AND id IN (
       SELECT f.fee_schedule_id FROM settlement_lines l JOIN fees f ON f.id = l.fee_id WHERE l.run_id = ?)`,
    [at, runId]
  )
}
