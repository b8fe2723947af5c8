import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { checkRepeatedReports } from '#app/payments/answers/check_repeated_reports'
import { withFingerprints, type BareReport } from '#app/payments/answers/fingerprint'
import type { Reading } from '#app/payments/answers/reading'

/** A file that tells of accounts, and of no order: each of its lines is told apart, and no statement comes twice. */
export function accountAnswer(
  reading: Reading,
  read: readonly (BareReport | null)[],
  told: Pick<BankAnswer, 'format' | 'version' | 'kind' | 'messageId' | 'createdAt'>
): BankAnswer {
  const reports = withFingerprints(read.filter((report) => report !== null))
  checkRepeatedReports(reading, reports)
  return {
    ...told,
    originalMessageId: null,
    originalCount: null,
    originalSum: null,
    groupStatus: null,
    groupReasons: [],
    lots: [],
    statuses: [],
    checks: [],
    reports,
    notices: reading.notices,
  }
}
