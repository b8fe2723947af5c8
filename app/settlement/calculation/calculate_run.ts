import { DateTime } from 'luxon'
import { loadTerms } from '#app/conventions/load_terms'
import { price } from '#app/pricing/price'
import { reconcile, type Reconciliation } from '#app/reconciliation/reconcile'
import { approvedCorrections } from '#app/settlement/corrections/approved_corrections'
import { arrears } from '#app/settlement/envelope/arrears'
import { carriedBalances } from '#app/settlement/calculation/carried_balances'
import { CorrectionReview } from '#app/settlement/corrections/correction_review'
import type Run from '#app/settlement/run'
import { lockRun } from '#app/settlement/run'
import { RunSheet } from '#app/settlement/calculation/run_sheet'
import { shareOfRun } from '#app/settlement/envelope/share_of_run'
import { waitForEnvelope } from '#app/settlement/envelope/wait_for_envelope'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, type Refused } from '#app/shared/result'
import { loadSettings } from '#app/shared/settings'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface Calculation {
  run: Run
  lines: number
  associations: number
  /** Associations held because the envelope is too small, when the convention has them wait. */
  waiting: number
  reconciliation: Reconciliation
}

/**
 * Reconciles the convention and prices every retained form received before the cutoff and not paid yet. May be
 * done again until submission: the same facts give the same lines and the same hash.
 */
export async function calculateRun(
  runId: number,
  actorId: number,
  at = new Date()
): Promise<Calculation | Refused> {
  return transaction<Calculation>(async (trx) => {
    const run = await lockRun(trx, runId, 'calculate')
    if (isRefused(run)) return run
    await lock(trx, `reconcile ${run.conventionId}`)
    await trx.from('settlement_lines').where('run_id', run.id).delete()

    const sheet = new RunSheet(run.id)
    const reconciliation = await settleForms(trx, run, sheet, actorId, at).catch(async (error) => {
      await sheet.abandon()
      throw error
    })
    for (const correction of await approvedCorrections(trx, run.conventionId))
      sheet.correct(correction)
    for (const balance of await carriedBalances(trx, run.conventionId)) sheet.carry(balance)
    for (const missing of await arrears(trx, run.conventionId)) sheet.takeUp(missing)
    for (const share of await shareOfRun(trx, run, sheet.totals(), actorId)) sheet.abate(share)
    const contentHash = sheet.hash()
    await sheet.write(trx)
    await sheet.writeSums(trx)
    const waiting = await waitForEnvelope(trx, run, actorId)

    run.merge({
      state: 'calculated',
      contentHash,
      totalCents: sheet.total,
      preparedBy: actorId,
      calculatedAt: DateTime.fromJSDate(at),
    })
    await run.useTransaction(trx).save()
    await recordEvent(trx, actorId, {
      verb: 'run.calculated',
      subject: ['run', run.id],
      after: { totalCents: sheet.total, lines: sheet.lines, hash: contentHash.toString('hex') },
    })
    const { lines, associations } = sheet
    return { run, lines, associations, waiting, reconciliation }
  })
}

/** One pass: each saisine is reconciled, its retained form priced, and what was paid for it looked at again. */
async function settleForms(
  trx: Trx,
  run: Run,
  sheet: RunSheet,
  actorId: number,
  at: Date
): Promise<Reconciliation> {
  const terms = await loadTerms(run.conventionId, trx)
  const { missingFormDays } = await loadSettings(trx)
  const review = new CorrectionReview(terms)
  const reconciliation = await reconcile(trx, {
    terms,
    today: parisDay(at),
    missingFormDays,
    until: run.until,
    onSaisine(group, matches) {
      if (group.settled) return review.look(group)
      const retained = matches.find(({ outcome }) => outcome === 'RETENUE')
      const form = retained && group.forms.find(({ id }) => id === retained.formId)
      if (!form || form.receivedOn >= run.until) return
      const priced = price(form, group.saisine, terms)
      if ('refusal' in priced) throw new Error(`Form ${form.id} is retained without a price`)
      sheet.settle(form.associationId, group.saisine.id, form.id, priced.lines)
      return sheet.send(trx)
    },
    onLast: () => sheet.write(trx),
  })
  await review.write(trx, actorId)
  return reconciliation
}
