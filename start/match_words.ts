/**
 * Words of what later rooms make of a case, for the pages of the rooms before them: outcomes of the reconciliation,
 * findings, states of a run.
 */
import { DECIDABLE_CODES } from '#app/reconciliation/overview'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import { RUN_STATE_LABELS } from '#app/settlement/run_state_labels'
import type { StateLabel } from '#app/shared/screens/list'

/** What the reconciliation made of a form; `A_RAPPROCHER` before it. */
export const MATCH_STATES: Readonly<Record<string, StateLabel>> = {
  A_RAPPROCHER: { label: 'À rapprocher', tone: 'waiting' },
  RETENUE: { label: 'Retenue', tone: 'good' },
  ECARTEE: { label: 'Écartée', tone: 'calm' },
  ...Object.fromEntries(
    Object.entries(FINDING_CODES)
      .filter(([code]) => code !== 'FICHE_MANQUANTE')
      .map(([code, { label }]) => [code, { label, tone: 'alert' as const }])
  ),
}

/** Name of a finding, or of what a decision is about. */
export function findingLabel(code: string): string {
  if (Object.hasOwn(FINDING_CODES, code))
    return FINDING_CODES[code as keyof typeof FINDING_CODES].label
  return MATCH_STATES[code]?.label ?? 'Constat'
}

export function runState(state: string): StateLabel {
  return RUN_STATE_LABELS[state as keyof typeof RUN_STATE_LABELS]
}

/** Whether the queue of the reconciliation asks a person to answer this finding. */
export function asksAnAnswer(code: string): boolean {
  return (DECIDABLE_CODES as readonly string[]).includes(code)
}
