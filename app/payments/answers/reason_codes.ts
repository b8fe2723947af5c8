import { ACCOUNT_REASONS } from '#app/payments/answers/account_reasons'
import { CFONB_REASONS } from '#app/payments/answers/cfonb_reasons'
import { ORDER_REASONS } from '#app/payments/answers/order_reasons'
import { OTHER_REASONS } from '#app/payments/answers/other_reasons'

export interface ReasonCode {
  /** What the bank says, in French, without final stop. */
  meaning: string
  /** What to do about it. */
  remedy: string
  /** The payee’s account is at fault: it must not be paid again before a person has looked at it. */
  accusesAccount: boolean
}

/**
 * The wording, in our words, of an ISO 20022 external reason code met in SEPA credit transfers (status, reject, return,
 * recall) or of a reject code of CFONB 120 (« CFONB 14 »); null for one that is in neither list, which is then shown as
 * it is.
 */
export function reasonCode(code: string | null): ReasonCode | null {
  if (code === null) return null
  const known = [ACCOUNT_REASONS, ORDER_REASONS, OTHER_REASONS, CFONB_REASONS]
  return known.map((reasons) => reasons.get(code)).find((one) => one !== undefined) ?? null
}
