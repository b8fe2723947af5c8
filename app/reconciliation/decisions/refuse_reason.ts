import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { refuse, type Refused } from '#app/shared/result'

const LONGEST = 500
const REMEDY = 'Dites pourquoi en une phrase, sans nommer personne.'

/** What forbids the reason of a decision: silent, too long, or naming someone. It is never repeated. */
export function refuseReason(reason: string, subject: string): Refused | null {
  const fail = (code: string, message: string) => refuse(code, message, REMEDY)
  if (reason.trim() === '') return fail('MOTIF_MANQUANT', `${subject} se motive.`)
  if (reason.length > LONGEST) {
    return fail('MOTIF_TROP_LONG', `Le motif dépasse ${LONGEST} caractères.`)
  }
  const guard = privacyGuard(reason)
  return guard && fail('MOTIF_INDISCRET', guard.message)
}
