import { calculateRun } from '#app/settlement/calculate_run'
import { formatAmount, plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import type { WorkKind } from '#app/shared/works/works'

/** Reconciles and prices a run: done twice, the same facts give the same lines. */
const calculateRunWork: WorkKind = {
  title: 'Calcul de la campagne',
  async perform({ subjectId, startedBy }) {
    const done = await calculateRun(subjectId, startedBy)
    if (isRefused(done)) return done
    const { lines, associations, waiting, run } = done
    const late =
      waiting > 0
        ? ` L’enveloppe ne suffit pas\u00a0: ${plural(waiting, 'association')} en attente.`
        : ''
    return {
      sentence: `Campagne calculée\u00a0: ${plural(lines, 'ligne')} pour ${plural(associations, 'association')}, ${formatAmount(run.totalCents!)}.${late}`,
      href: `/campagnes/${subjectId}`,
    }
  },
}

export default calculateRunWork
