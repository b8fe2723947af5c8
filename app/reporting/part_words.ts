import { BENEFICIARY_WORDS, inWords, MANDATE_WORDS } from '#app/saisines/saisine_words'
import { MONTHS } from '#app/shared/french_format'

/** « elu maire » reads « Élu(e), maire ». */
export function codeWords(code: string): string {
  const [beneficiary = '', mandate] = code.split(' ')
  const who = BENEFICIARY_WORDS[beneficiary] ?? inWords(beneficiary) ?? ''
  if (mandate === undefined) return who
  return `${who}, ${(MANDATE_WORDS[mandate] ?? inWords(mandate)!).toLowerCase()}`
}

/** « 2026-04 » reads « avril 2026 ». */
export function monthWords(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1]!} ${month.slice(0, 4)}`
}
