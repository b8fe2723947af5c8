import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import { reassignmentsOf, type SaisineView } from '#app/saisines/find_saisine'
import {
  BENEFICIARY_WORDS,
  CHANNEL_WORDS,
  inWords,
  MANDATE_WORDS,
} from '#app/saisines/saisine_words'
import { caseTimeline } from '#app/saisines/story/case_timeline'
import { decisionInWords } from '#app/saisines/story/decision_in_words'
import { decisionsOf } from '#app/saisines/story/decisions_of'
import { findingInWords } from '#app/saisines/story/finding_in_words'
import { findingsOf } from '#app/saisines/story/findings_of'
import { formsOfSaisine } from '#app/saisines/story/forms_of_saisine'
import { linesOf } from '#app/saisines/story/lines_of'
import { MATCH_STATES, runState } from '#start/match_words'

/** The whole story of a saisine, worded for its page; its price only to those who may see money. */
export async function saisineStory(saisine: SaisineView, { money }: { money: boolean }) {
  const forms = await formsOfSaisine(saisine.id, saisine.reference, saisine.conventionId)
  const formIds = forms.map(({ id }) => id)
  const lines = money ? await linesOf(saisine.id) : []
  const decisions = await decisionsOf(formIds)
  return {
    money,
    words: {
      channel: CHANNEL_WORDS[saisine.channel] ?? inWords(saisine.channel),
      beneficiary: BENEFICIARY_WORDS[saisine.beneficiary] ?? inWords(saisine.beneficiary),
      mandate: MANDATE_WORDS[saisine.mandate] ?? inWords(saisine.mandate),
      facts: inWords(saisine.facts),
      event: inWords(saisine.collectiveEvent),
    },
    reassignments: await reassignmentsOf(saisine.id),
    forms: forms.map((form) => ({
      ...form,
      outcomeLabel: OUTCOME_WORDS[form.outcome],
      state: MATCH_STATES[form.match ?? 'A_RAPPROCHER']!,
    })),
    findings: (await findingsOf(saisine.id, formIds, { money })).map((one) =>
      findingInWords(one, { convention: saisine.convention, money, decisions })
    ),
    decisions: decisions.map(decisionInWords),
    lines: lines.map((line) => ({ ...line, state: runState(line.runState) })),
    totalCents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
    events: await caseTimeline(saisine.id, formIds, lines),
  }
}
