import type { ReasonCode } from '#app/payments/answers/reason_codes'

/** A reason that leaves the payee’s account alone. */
export function innocent(meaning: string, remedy: string): ReasonCode {
  return { meaning, remedy, accusesAccount: false }
}
