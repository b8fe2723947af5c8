import { ACCOUNT_REASONS } from '#app/payments/answers/account_reasons'
import type { AccountReport, Movement } from '#app/payments/answers/account_report'
import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { CFONB_REASONS } from '#app/payments/answers/cfonb_reasons'
import { ORDER_REASONS } from '#app/payments/answers/order_reasons'
import { OTHER_REASONS } from '#app/payments/answers/other_reasons'
import { readBankAnswer } from '#app/payments/answers/read_bank_answer'
import { isRefused, type Reason } from '#app/shared/result'

/** Every reason code that has a wording. */
export const KNOWN_REASONS = [
  ...ACCOUNT_REASONS.keys(),
  ...ORDER_REASONS.keys(),
  ...OTHER_REASONS.keys(),
  ...CFONB_REASONS.keys(),
].sort()

/** The answer of a file that must be readable. */
export function answerOf(file: Uint8Array): BankAnswer {
  const read = readBankAnswer(file)
  if (isRefused(read)) throw new Error(`refused: ${read.refused[0]?.message}`)
  return read
}

/** The reasons against a file that must not be. */
export function refusalOf(file: Uint8Array): Reason[] {
  const read = readBankAnswer(file)
  if (!isRefused(read)) throw new Error('the file was read')
  return read.refused
}

export function reportOf(file: Uint8Array): AccountReport {
  return answerOf(file).reports[0]!
}

export function movementsOf(file: Uint8Array): readonly Movement[] {
  return reportOf(file).movements
}
