import type { DecisionView } from '#app/saisines/story/decisions_of'
import { findingLabel } from '#start/match_words'

/** A decision with what it says: « Hors délai : accepté ». */
export function decisionInWords(decision: DecisionView): DecisionView & { words: string } {
  return { ...decision, words: wordsOf(decision) }
}

function wordsOf({ verdict, code, formId }: DecisionView): string {
  if (verdict === 'linked') return `Fiche n°\u00a0${formId} rattachée à une saisine`
  if (code === 'RETENUE') return `Fiche n°\u00a0${formId} écartée`
  return `${findingLabel(code)}\u00a0: ${verdict === 'accepted' ? 'accepté' : 'fiche refusée'}`
}
