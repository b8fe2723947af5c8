import { normaliseKey } from '#app/shared/french_parse'

/** How a saisine ended for the association that received it. */
export const OUTCOMES = ['prise_en_charge', 'injoignable', 'refus', 'reorientee'] as const

/** The outcome that a word names; null when it names none. */
export function readOutcome(text: string): string | null {
  const key = normaliseKey(text)
  return OUTCOMES.find((outcome) => outcome === key) ?? null
}
