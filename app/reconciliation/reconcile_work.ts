import Convention from '#app/conventions/convention'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { plural } from '#app/shared/french_format'
import type { WorkKind } from '#app/shared/works/works'

/** Finds everything anew: done twice, the same facts give the same findings. */
const reconcileWork: WorkKind = {
  title: 'Rapprochement',
  async perform({ subjectId }) {
    const { code } = await Convention.findOrFail(subjectId)
    const { saisines, forms, outcomes } = await reconcileConvention(code)
    return {
      sentence: `${code} est rapprochée\u00a0: ${plural(saisines, 'saisine')}, ${plural(forms, 'fiche')}, dont ${plural(outcomes.get('RETENUE') ?? 0, 'retenue')}.`,
      href: '/rapprochement',
    }
  },
}

export default reconcileWork
