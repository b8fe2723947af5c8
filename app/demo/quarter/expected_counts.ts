import type { ExpectedCounts, PlannedForm, PlannedSaisine } from '#app/demo/quarter/planned'
import type { FindingCode } from '#app/reconciliation/findings/finding_codes'
import type { Outcome } from '#app/reconciliation/match'

/** Counts the intentions of a plan. */
export function expectedCounts(
  saisines: readonly PlannedSaisine[],
  forms: readonly PlannedForm[]
): ExpectedCounts {
  const outcomes: Partial<Record<Outcome, number>> = {}
  const findings: Partial<Record<FindingCode, number>> = {}
  for (const { expected } of forms) {
    outcomes[expected.outcome] = (outcomes[expected.outcome] ?? 0) + 1
    for (const code of expected.findings) findings[code] = (findings[code] ?? 0) + 1
  }
  const answered = new Set(forms.map(key))
  const missing = saisines.filter((saisine) => !answered.has(key(saisine))).length
  if (missing > 0) findings.FICHE_MANQUANTE = missing
  return { saisines: saisines.length, forms: forms.length, outcomes, findings }
}

function key({ reference, convention }: PlannedSaisine | PlannedForm): string {
  return `${reference} ${convention}`
}
