const MAX_TEXT = 500

// Control and direction signs: PostgreSQL refuses the first, a screen is fooled by the others.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A bank’s text made fit to store and show: one line, at most 500 characters; null when nothing is left. */
export function cleanText(raw: string | null | undefined): string | null {
  if (!raw) return null
  const text = raw
    .slice(0, 4 * MAX_TEXT)
    .toWellFormed()
    .replace(UNPRINTABLE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text.slice(0, MAX_TEXT).toWellFormed()
}
