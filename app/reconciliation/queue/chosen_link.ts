import type { ConventionAt } from '#app/reconciliation/convention_at'
import { candidatesOf } from '#app/reconciliation/queue/candidates'
import { suggestionReason } from '#app/reconciliation/suggestions/suggestion_reason'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

interface Typed {
  /** Id of the suggestion that is picked. */
  saisine: string
  /** Reference of another saisine: it comes before the suggestion. */
  reference: string
  precision: string
}

interface ChosenLink {
  saisineId: number
  reference: string
  reason: string
}

/** The saisine that a person picked for a form, with the reason to keep: the suggestion's when they added none. */
export async function chosenLink(
  { id, code }: ConventionAt,
  formId: number,
  { saisine, reference, precision }: Typed
): Promise<ChosenLink | Refused> {
  if (reference !== '') {
    const known = await row<{ id: number; reference: string }>(
      'SELECT id, reference FROM saisines WHERE convention_id = ? AND upper(reference) = upper(?)',
      [id, reference]
    )
    if (known) return { saisineId: known.id, reference: known.reference, reason: precision }
    return refuse(
      'SAISINE_ETRANGERE',
      `La convention ${code} n’a pas de saisine de cette référence.`,
      'Recopiez-la de la liste des saisines.',
      'reference'
    )
  }
  const suggested = await candidatesOf(code, formId)
  const candidate = suggested?.candidates.find((one) => String(one.saisine.id) === saisine)
  if (!candidate) {
    return refuse(
      'SAISINE_A_CHOISIR',
      'Aucune saisine n’est choisie, ou elle vient d’être prise.',
      'Choisissez l’une des saisines proposées, ou écrivez sa référence.'
    )
  }
  return {
    saisineId: candidate.saisine.id,
    reference: candidate.saisine.reference,
    reason: precision || suggestionReason('Proposition retenue', candidate),
  }
}
