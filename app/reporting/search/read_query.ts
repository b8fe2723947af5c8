import type { Query } from '#app/reporting/search/hit'
import { parseAmountCents } from '#app/shared/french_parse'

const LONGEST = 100

/** Reads what a person typed; null when there is nothing to look for. */
export function readQuery(typed: string): Query | null {
  const text = typed
    .replaceAll('\0', '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
  if (text.length < 2) return null
  return {
    text,
    upper: text.toUpperCase(),
    pattern: `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
    cents: parseAmountCents(text),
  }
}
