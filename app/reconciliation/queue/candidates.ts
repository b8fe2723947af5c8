import { loadTerms } from '#app/conventions/load_terms'
import { FINDING_CODES, isBlocking } from '#app/reconciliation/findings/finding_codes'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { matchForm } from '#app/reconciliation/match'
import { referenceDifferences, type Stretch } from '#app/reconciliation/queue/reference_differences'
import type { Suggestion } from '#app/reconciliation/suggestions/suggest'
import { suggestions } from '#app/reconciliation/suggestions/suggestions'
import { findSaisine, type SaisineView } from '#app/saisines/find_saisine'
import { isRefused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** More would not be read. */
const SHOWN = 4

export interface Candidate {
  saisine: SaisineView
  score: number
  sure: boolean
  reasons: readonly string[]
  formReference: Stretch[]
  reference: Stretch[]
  differs: { association: boolean; department: boolean; dates: boolean }
  /** What would still keep the form from being paid once attached. */
  remaining: string[]
}

export interface Candidates {
  form: FormFacts
  candidates: Candidate[]
}

/** The saisines that a form of unknown reference may mean, the likeliest first; null when it waits for none. */
export async function candidatesOf(
  conventionCode: string,
  formId: number
): Promise<Candidates | null> {
  const found = await transaction<{ suggested: Candidates | null }>(async (trx) => {
    const terms = await loadTerms(conventionCode, trx)
    const [one] = await suggestions(trx, terms.id, formId)
    if (!one) return { suggested: null }
    const { form, sure } = one
    const candidates: Candidate[] = []
    for (const suggestion of one.suggestions.slice(0, SHOWN)) {
      const { findings } = matchForm(form, suggestion.saisine, terms, { retained: null })
      candidates.push({
        ...compared(form, suggestion),
        saisine: (await findSaisine(suggestion.saisine.id))!,
        sure: suggestion === sure,
        remaining: findings
          .filter(({ code, blocks }) => blocks && isBlocking(code))
          .map(({ code }) => FINDING_CODES[code].label),
      })
    }
    return { suggested: { form, candidates } }
  })
  if (isRefused(found)) throw new Error('Reading suggestions refuses nothing')
  return found.suggested
}

function compared(form: FormFacts, { saisine, score, reasons, sameAssociation }: Suggestion) {
  const [formReference, reference] = referenceDifferences(form.reference, saisine.reference)
  return {
    score,
    reasons,
    formReference,
    reference,
    differs: {
      association: !sameAssociation,
      department: !form.associationDepartments.includes(saisine.department),
      dates: (form.firstContactOn ?? form.receivedOn) < saisine.openedOn,
    },
  }
}
