import { loadTerms } from '#app/conventions/load_terms'
import { reconcile, type Reconciliation } from '#app/reconciliation/reconcile'
import { parisDay } from '#app/shared/day'
import { loadSettings } from '#app/shared/settings'
import { lock, transaction } from '#app/shared/transaction'

/** Reconciles one convention now, outside any run. */
export async function reconcileConvention(code: string, at = new Date()): Promise<Reconciliation> {
  const done = await transaction<Reconciliation>(async (trx) => {
    const terms = await loadTerms(code, trx)
    await lock(trx, `reconcile ${terms.id}`)
    const { missingFormDays } = await loadSettings(trx)
    return reconcile(trx, { terms, today: parisDay(at), missingFormDays })
  })
  return done as Reconciliation
}
