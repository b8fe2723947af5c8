import type { DecisionView } from '#app/saisines/story/decisions_of'
import type { FindingView } from '#app/saisines/story/findings_of'
import { asksAnAnswer, findingLabel } from '#start/match_words'

/** What the words of a finding depend on. */
export interface FindingContext {
  convention: string
  money: boolean
  decisions: readonly DecisionView[]
}

/** A finding with its name and, while it waits for an answer of those who see the reconciliation, where to give it. */
export function findingInWords(
  finding: FindingView,
  { convention, money, decisions }: FindingContext
): FindingView & { label: string; answeredAt: string | null } {
  const { code, formId, blocking } = finding
  const decided = decisions.some(
    (one) => one.formId === formId && one.undoneAt === null && [code, 'RETENUE'].includes(one.code)
  )
  const waits = money && blocking && formId !== null && asksAnAnswer(code) && !decided
  return {
    ...finding,
    label: findingLabel(code),
    answeredAt: waits ? `/rapprochement/${convention}/file?constat=${formId}-${code}` : null,
  }
}
