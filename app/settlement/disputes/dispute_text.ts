import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import type { Reason } from '#app/shared/result'

const LONGEST = 500
const REMEDY = 'Décrivez les actes et les dates, sans nommer personne.'

/** What forbids the words of a dispute or of its answer: too long, or naming someone. They are never repeated. */
export function textProblems(text: string, field: string): Reason[] {
  if (text.length > LONGEST) {
    const message = `Le texte dépasse ${LONGEST} caractères.`
    return [{ code: 'TEXTE_TROP_LONG', message, remedy: REMEDY, field }]
  }
  const guard = privacyGuard(text)
  return guard ? [{ code: 'TEXTE_INDISCRET', message: guard.message, remedy: REMEDY, field }] : []
}
