import { calculateRun } from '#app/settlement/calculation/calculate_run'
import Run from '#app/settlement/run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { formatAmount, plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import type { WorkKind } from '#app/shared/works/works'

/** Reconciles and prices a run: done twice, the same facts give the same lines. Submits it too when that is asked. */
const calculateRunWork: WorkKind = {
  title: 'Calcul de la campagne',
  async perform({ subjectId, startedBy, options }) {
    const href = `/campagnes/${subjectId}`
    const before = await Run.findOrFail(subjectId)
    // Stopped between the submission and its own end.
    if (options.submit && before.state === 'submitted') return { sentence: SUBMITTED, href }
    const done = await calculateRun(subjectId, startedBy)
    if (isRefused(done)) return done
    const { lines, associations, waiting, run } = done
    const late =
      waiting > 0
        ? ` L’enveloppe ne suffit pas\u00a0: ${plural(waiting, 'association')} en attente.`
        : ''
    const calculated = `Campagne calculée\u00a0: ${plural(lines, 'ligne')} pour ${plural(associations, 'association')}, ${formatAmount(run.totalCents!)}.${late}`
    if (!options.submit || lines === 0 || waiting > 0) return { sentence: calculated, href }
    const submitted = isRefused(await submitRun(subjectId, startedBy)) ? BLOCKED : SUBMITTED
    return { sentence: `${calculated} ${submitted}`, href }
  },
}

const SUBMITTED = 'Elle est soumise à l’approbation.'
const BLOCKED = 'Elle n’est pas soumise\u00a0: voyez ce qui la bloque.'

export default calculateRunWork
