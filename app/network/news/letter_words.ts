/** What the federation publishes, in words. */
export const LETTER_KINDS = {
  letter: 'Lettre aux associations',
  sheet: 'Fiche technique',
} as const

export type LetterKind = keyof typeof LETTER_KINDS

export function isLetterKind(text: string): text is LetterKind {
  return Object.hasOwn(LETTER_KINDS, text)
}
