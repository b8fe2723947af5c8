import type { Suggestion } from '#app/reconciliation/suggestions/suggest'

/** Why a form was attached, when the person followed a suggestion and added nothing. */
export function suggestionReason(
  what: string,
  { score, reasons }: Pick<Suggestion, 'score' | 'reasons'>
): string {
  return `${what} (${score}/100) : ${reasons.join(' ; ')}`
}
