import type { Breach } from '#app/payments/pain001/check_pain001'
import { RULE_LABELS } from '#app/payments/pain001/rule_labels'
import { RULES } from '#app/payments/rules/rules'
import type { StateLabel } from '#app/shared/screens/list'

export interface RuleResult {
  label: string
  result: StateLabel
  findings: { where: string; message: string }[]
}

/** Each rule with what it found, those that found something first; a file that cannot be opened has one line. */
export function ruleResults(breaches: readonly Breach[]): RuleResult[] {
  const known = new Set(RULES.map(({ code }) => code))
  const unreadable = breaches.filter(({ code }) => !known.has(code))
  if (unreadable.length > 0) {
    return [{ label: 'Le fichier se lit', result: wrong, findings: unreadable }]
  }
  return RULES.map(({ code, level }) => {
    const findings = breaches.filter((breach) => breach.code === code)
    const result = findings.length === 0 ? right : level === 'error' ? wrong : worthALook
    return { label: RULE_LABELS[code]!, result, findings }
  }).toSorted((a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0))
}

const right: StateLabel = { label: 'respectée', tone: 'good' }
const wrong: StateLabel = { label: 'enfreinte', tone: 'alert' }
const worthALook: StateLabel = { label: 'à regarder', tone: 'waiting' }
