import { loadTerms } from '#app/conventions/load_terms'
import { reconcile, type Reconciliation } from '#app/reconciliation/reconcile'
import { parisDay, type Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface ConventionReconciliation extends Reconciliation {
  /** The open run whose cutoff was followed, so that what is shown is what it settles. */
  run: { code: string; until: Day } | null
}

/** Reconciles one convention now: up to the cutoff of its open run, when it has one. */
export async function reconcileConvention(
  code: string,
  at = new Date()
): Promise<ConventionReconciliation> {
  const done = await transaction<ConventionReconciliation>(async (trx) => {
    const terms = await loadTerms(code, trx)
    await lock(trx, `reconcile ${terms.id}`)
    const { missingFormDays } = await loadSettings(trx)
    const run = await openRun(trx, terms.id)
    const until = run?.until
    const { outcomes, findings, saisines, forms } = await reconcile(trx, {
      terms,
      today: parisDay(at),
      missingFormDays,
      until,
    })
    return { outcomes, findings, saisines, forms, run }
  })
  return done as ConventionReconciliation
}

function openRun(trx: Trx, conventionId: number): Promise<ConventionReconciliation['run']> {
  return row<{ code: string; until: Day }>(
    `SELECT code, until FROM runs WHERE convention_id = ?
       AND state IN ('draft', 'calculated', 'submitted', 'approved', 'issuing')`,
    [conventionId],
    trx
  )
}
