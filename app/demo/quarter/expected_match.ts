import type { ExpectedMatch } from '#app/demo/quarter/planned'
import {
  BLOCKING_CODES,
  INFORMATIVE_CODES,
  isBlocking,
  type FindingCode,
} from '#app/reconciliation/findings/finding_codes'

const ORDER: readonly FindingCode[] = [...BLOCKING_CODES, ...INFORMATIVE_CODES]

/** What the reconciliation owes to a form with these faults: they stand in the order of the codes. */
export function expectedMatch(codes: ReadonlyArray<FindingCode | null>): ExpectedMatch {
  const findings = ORDER.filter((code) => codes.includes(code))
  return { outcome: findings.find(isBlocking) ?? 'RETENUE', findings }
}
