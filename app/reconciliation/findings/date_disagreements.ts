import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { formatDay } from '#app/shared/french_format'

const NONE: readonly string[] = []

/** The pairs of dates of a form that contradict each other, one French sentence a pair. */
export function dateDisagreements(
  form: FormFacts,
  saisine: SaisineFacts | null
): readonly string[] {
  const { firstContactOn, lastActOn, receivedOn } = form
  if (firstContactOn === null) return NONE

  const early = saisine !== null && firstContactOn < saisine.openedOn
  const late = firstContactOn > receivedOn
  const reversed = lastActOn !== null && lastActOn < firstContactOn
  if (!early && !late && !reversed) return NONE

  const contact = `Le premier contact (${formatDay(firstContactOn)})`
  const sentences: string[] = []
  if (early) sentences.push(`${contact} précède la saisine (${formatDay(saisine.openedOn)}).`)
  if (late) sentences.push(`${contact} suit la réception de la fiche (${formatDay(receivedOn)}).`)
  if (reversed) sentences.push(`${contact} suit le dernier acte (${formatDay(lastActOn)}).`)
  return sentences
}
