/**
 * The words of a verification of payee in a pain.002 (ISO external status codes): RCVC match, RVMC close match, RVNM no match, RVNA not
 * possible; RCVM and RVCM are said of a whole order in which some line did not match.
 */
const PAYEE_CHECK_CODES: ReadonlySet<string> = new Set([
  'RCVC',
  'RVMC',
  'RVNM',
  'RVNA',
  'RVCM',
  'RCVM',
])

export function isPayeeCheck(code: string | null): boolean {
  return code !== null && PAYEE_CHECK_CODES.has(code)
}
