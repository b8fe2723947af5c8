const LETTER_OF_THE_SET = /^[a-zA-Z0-9/\-?:().,'+ ]$/
const TEXT_OF_THE_SET = /^[a-zA-Z0-9/\-?:().,'+ ]*$/
const IDENTIFIER_LENGTH = 35

/** Signs whose plain spelling Unicode does not give by taking the accents off. */
const PLAIN_SPELLING = spellings({
  "'": '’‘‚‛ʼ′´`',
  '-': '–—―‐‑‒−_~',
  ' ': '"“”„«»‹›″', // a quotation mark has no sound: the payee’s bank compares names without it
  ',': ';',
  '(': '[{',
  ')': ']}',
  '/': '\\|',
  '+': '±',
  ' et ': '&',
  ' EUR ': '€',
  'o': '°ø',
  'O': 'Ø',
  'oe': 'œ',
  'OE': 'Œ',
  'ae': 'æ',
  'AE': 'Æ',
  'ss': 'ß',
  'd': 'đð',
  'D': 'ĐÐ',
  'l': 'ł',
  'L': 'Ł',
  'h': 'ħ',
  'H': 'Ħ',
  'th': 'þ',
  'Th': 'Þ',
  'i': 'ı',
})

/**
 * The text in the EPC’s basic Latin set, spaces collapsed, at most `max` characters; `changed` says
 * that the bank will read something else than what was typed. A sign without a spelling becomes a
 * full stop, as in the EPC’s conversion table (EPC217-08): a space would hide that a sign was lost.
 */
export function toSepaText(text: string, max: number): { text: string; changed: boolean } {
  let plain = ''
  for (const sign of text.normalize('NFC')) plain += plainSpelling(sign)
  const fitted = plain.replace(/ +/g, ' ').trim().slice(0, max).trimEnd()
  return { text: fitted, changed: fitted !== text }
}

/** True when every character belongs to the EPC’s basic Latin set; true for the empty text. */
export function isSepaText(text: string): boolean {
  return TEXT_OF_THE_SET.test(text)
}

/**
 * True for an identifier that every bank carries unchanged: 1 to 35 characters of the set, no
 * leading or trailing slash or space, no double slash (EPC132-08, §1.4).
 */
export function isSepaIdentifier(id: string): boolean {
  return isSepaText(id) && hasIdentifierForm(id)
}

/** The same without the character set: length, slashes and surrounding spaces only. */
export function hasIdentifierForm(id: string): boolean {
  if (id.length === 0 || id.length > IDENTIFIER_LENGTH || id !== id.trim()) return false
  return !id.startsWith('/') && !id.endsWith('/') && !id.includes('//')
}

function plainSpelling(sign: string): string {
  if (LETTER_OF_THE_SET.test(sign)) return sign
  const known = PLAIN_SPELLING.get(sign)
  if (known !== undefined) return known
  const parts = [...sign.normalize('NFKD')]
  if (parts.length > 1) return parts.map(plainSpelling).join('')
  const [part = ''] = parts
  if (part !== sign) return plainSpelling(part)
  if (/[\p{M}\p{Cf}]/u.test(sign)) return ''
  return /[\s\p{Cc}]/u.test(sign) ? ' ' : '.'
}

function spellings(table: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([plain, signs]) => [...signs].map((sign) => [sign, plain]))
  )
}
