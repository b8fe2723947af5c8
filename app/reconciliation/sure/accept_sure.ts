import { loadTerms } from '#app/conventions/load_terms'
import { linkForm } from '#app/reconciliation/decisions/link_form'
import { suggestionReason } from '#app/reconciliation/suggestions/suggestion_reason'
import { suggestions, type SuggestedForm } from '#app/reconciliation/suggestions/suggestions'
import { isRefused, type Reason } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

export interface SureAccepted {
  accepted: number
  left: number
  /** Why some were not, each once. */
  refused: Reason[]
}

/**
 * Accepts the suggestions of a convention that need no look, and only those: all of them, or the ones that a person
 * ticked (form → saisine, as the page showed them).
 */
export async function acceptSure(
  conventionCode: string,
  actorId: number,
  ticked?: ReadonlyMap<number, number>
): Promise<SureAccepted> {
  const { found } = (await transaction(async (trx) => {
    const terms = await loadTerms(conventionCode, trx)
    return { found: await suggestions(trx, terms.id) }
  })) as { found: SuggestedForm[] }
  let accepted = 0
  const refused = new Map<string, Reason>()
  for (const { form, saisine, reason } of sureLinks(found)) {
    if (ticked && ticked.get(form.id) !== saisine.id) continue
    const linked = await linkForm({ formId: form.id, saisineId: saisine.id, reason, actorId })
    if (!isRefused(linked)) accepted++
    else for (const one of linked.refused) refused.set(one.message, one)
  }
  return { accepted, left: found.length - accepted, refused: [...refused.values()] }
}

/** The sure suggestions, one form a saisine: the first one takes it. */
export function sureLinks(found: readonly SuggestedForm[]) {
  const taken = new Set<number>()
  return found.flatMap(({ form, sure }) => {
    if (!sure || taken.has(sure.saisine.id)) return []
    taken.add(sure.saisine.id)
    return [{ ...sure, form, reason: suggestionReason('Proposition sûre', sure) }]
  })
}
