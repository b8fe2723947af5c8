import { LIFTABLE_CODES, type Decision } from '#app/reconciliation/decisions/decision'
import {
  FINDING_CODES,
  isBlocking,
  type FindingCode,
} from '#app/reconciliation/findings/finding_codes'

/** One coded observation on a form or a saisine, worded in French with its remedy. */
export interface Finding {
  readonly code: FindingCode
  readonly message: string
  readonly remedy: string
  /** Keeps the form from being paid: its code is blocking, and no decision lifted it. */
  readonly blocks: boolean
}

export function finding(
  code: FindingCode,
  message: string,
  decisions: readonly Decision[] = []
): Finding {
  const lifted =
    LIFTABLE_CODES.has(code) && decisions.some((d) => d.code === code && d.verdict === 'accepted')
  return {
    code,
    message,
    remedy: FINDING_CODES[code].remedy,
    blocks: isBlocking(code) && !lifted,
  }
}
