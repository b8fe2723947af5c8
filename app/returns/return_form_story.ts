import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import { serviceLabels, versionsOf, type ReturnFormView } from '#app/returns/find_return_form'
import { ORIGIN_WORDS } from '#app/returns/return_form_words'
import { inWords } from '#app/saisines/saisine_words'
import { caseTimeline } from '#app/saisines/story/case_timeline'
import { decisionInWords } from '#app/saisines/story/decision_in_words'
import { decisionsOf } from '#app/saisines/story/decisions_of'
import { findingInWords } from '#app/saisines/story/finding_in_words'
import { findingsOf } from '#app/saisines/story/findings_of'
import { linesOf } from '#app/saisines/story/lines_of'
import { MATCH_STATES, runState } from '#start/match_words'

/** All that concerns one version of a fiche, worded for its page; its price only to those who may see money. */
export async function returnFormStory(form: ReturnFormView, { money }: { money: boolean }) {
  const labels = await serviceLabels(form.conventionId)
  const lines =
    money && form.saisineId !== null
      ? (await linesOf(form.saisineId)).filter(({ formId }) => formId === form.id)
      : []
  const decisions = await decisionsOf([form.id])
  return {
    money,
    matchState: MATCH_STATES[form.match ?? 'A_RAPPROCHER']!,
    outcomeLabel: OUTCOME_WORDS[form.outcome],
    originLabel: ORIGIN_WORDS[form.origin],
    quantities: Object.entries(form.quantities).map(([code, quantity]) => ({
      label: labels.get(code) ?? inWords(code),
      quantity,
    })),
    versions: (await versionsOf(form)).map((one) => ({
      ...one,
      state: MATCH_STATES[one.match ?? 'A_RAPPROCHER']!,
    })),
    findings: (await findingsOf(null, [form.id], { money })).map((one) =>
      findingInWords(one, { convention: form.convention, money, decisions })
    ),
    decisions: decisions.map(decisionInWords),
    lines: lines.map((line) => ({ ...line, state: runState(line.runState) })),
    totalCents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
    events: await caseTimeline(null, [form.id], lines),
  }
}
