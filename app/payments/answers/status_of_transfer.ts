import type { BankAnswer, StatusReason } from '#app/payments/answers/bank_answer'

interface AskedTransfer {
  pmtInfId: string
  endToEndId: string
}

/**
 * The status of one transfer of the order that a pain.002 answers: its own line’s; else its lot’s, else the order’s. A
 * transfer that a partial acceptance (PART) does not list was accepted: null, for nothing is said of it alone.
 */
export function statusOfTransfer(
  answer: BankAnswer,
  asked: AskedTransfer
): { status: string; reasons: readonly StatusReason[] } | null {
  const own = answer.statuses.find(
    ({ endToEndId, originalPmtInfId }) =>
      endToEndId === asked.endToEndId &&
      (originalPmtInfId === null || originalPmtInfId === asked.pmtInfId)
  )
  if (own) return own
  const lot = answer.lots.find(({ originalPmtInfId }) => originalPmtInfId === asked.pmtInfId)
  const status = lot?.status ?? answer.groupStatus
  if (status === null || status === 'PART') return null
  return { status, reasons: lot?.status ? lot.reasons : answer.groupReasons }
}
