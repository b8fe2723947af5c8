import { loadTerms } from '#app/conventions/load_terms'
import { linkForm } from '#app/reconciliation/link_form'
import { suggestions, type SuggestedForm } from '#app/reconciliation/suggestions'
import { isRefused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** Accepts all the suggestions of a convention that need no look, and only those. Gives how many. */
export async function acceptSure(
  conventionCode: string,
  actorId: number
): Promise<{ accepted: number; left: number }> {
  const { found } = (await transaction(async (trx) => {
    const terms = await loadTerms(conventionCode, trx)
    return { found: await suggestions(trx, terms.id) }
  })) as { found: SuggestedForm[] }
  let accepted = 0
  const taken = new Set<number>()
  for (const { form, sure } of found) {
    if (!sure || taken.has(sure.saisine.id)) continue
    taken.add(sure.saisine.id)
    const reason = `Proposition sûre (${sure.score}/100) : ${sure.reasons.join(' ; ')}`
    const linked = await linkForm({ formId: form.id, saisineId: sure.saisine.id, reason, actorId })
    if (!isRefused(linked)) accepted++
  }
  return { accepted, left: found.length - accepted }
}
