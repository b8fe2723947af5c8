import { namesPerson } from '#app/intake/privacy/names_person'

/** What a text gives away. The message never repeats it. */
export interface PrivacyBreach {
  kind: 'email' | 'phone' | 'nir' | 'person'
  message: string
}

const MESSAGES: Record<PrivacyBreach['kind'], string> = {
  email: 'Ce texte contient une adresse électronique\u00a0: retirez-la.',
  phone: 'Ce texte contient un numéro de téléphone\u00a0: retirez-le.',
  nir: 'Ce texte contient un numéro de sécurité sociale\u00a0: retirez-le.',
  person:
    'Ce texte semble nommer une personne\u00a0: retirez son nom, gardez au plus sa fonction (la maire, un proche).',
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const EMAIL = /[^\s@]@[^\s@.]{1,63}\.[^\s@]/
// Days would read as phone numbers beside another figure: « le 05.03.2026 10 h ».
const DAY = /(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![./-]?\d)/g
const PHONE =
  /(?<!\d)(?:0[1-9](?:[ .·_-]{0,3}\d){8}|0[1-9](?:\/\d\d){4}|(?:\+|00)[1-9](?:[ .·_()-]{0,3}\d){8,13})(?!\d)/
// Sex, year, month (above 12 for some births), department (2A, 2B), commune, order, key or none.
const NIR =
  /(?<!\d)[123478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[ab]) ?\d{3} ?\d{3}(?: ?\/? ?\d{2})?(?!\d)/i

/**
 * Refuses a text that names or reaches a person: e-mail, phone in any French writing, NIR, or a
 * civility followed by a name. Null when it finds none; a doubt counts as a breach.
 */
export function privacyGuard(text: string): PrivacyBreach | null {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '')
  const kind = breachIn(plain)
  return kind && { kind, message: MESSAGES[kind] }
}

function breachIn(text: string): PrivacyBreach['kind'] | null {
  if (text.includes('@') && EMAIL.test(text)) return 'email'
  if (/\d/.test(text)) {
    const figures = text.replace(/\s+/g, ' ').replace(DAY, ' ')
    if (NIR.test(figures.replace(/(?<=\w)[.-](?=\w)/g, ' '))) return 'nir'
    if (PHONE.test(figures)) return 'phone'
  }
  return namesPerson(text) ? 'person' : null
}
