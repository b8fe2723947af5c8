import { createHash } from 'node:crypto'
import { bankAccountKey } from '#app/payments/answers/bank_account_key'
import type { AccountReport, Movement } from '#app/payments/answers/account_report'

/** A movement as its file tells it, before it is told apart from the others. */
export type BareMovement = Omit<Movement, 'fingerprint'>

export type BareReport = Omit<AccountReport, 'movements'> & { movements: readonly BareMovement[] }

/**
 * Stamps each movement. The bank’s reference with day and amount identifies a line in whichever file it comes; without
 * reference, all that is told of it does, and equal lines of one account are counted apart.
 */
export function withFingerprints(reports: readonly BareReport[]): AccountReport[] {
  const seen = new Map<string, number>()
  return reports.map((report) => ({
    ...report,
    movements: report.movements.map((movement) => {
      const identity = JSON.stringify([bankAccountKey(report.account), ...identityOf(movement)])
      const rank = (seen.get(identity) ?? 0) + 1
      seen.set(identity, rank)
      const fingerprint = createHash('sha256').update(`${identity}#${rank}`).digest('hex')
      return { ...movement, fingerprint }
    }),
  }))
}

// A pending line and the booked one that follows are two: only the second moved money.
function identityOf(movement: BareMovement): unknown[] {
  const { state, bookingDay, amount, currency, bankReference } = movement
  const line = [state, bookingDay, amount, currency]
  // CFONB’s number of the entry repeats from day to day, and is often shared: it only adds to the rest.
  if (bankReference !== null && !('cfonb' in movement.code)) return ['ref', ...line, bankReference]
  const { valueDay, code, endToEndId, pmtInfId, messageId, otherReferences, label } = movement
  const details = movement.details.map((detail) => [detail.endToEndId, detail.amount])
  return [
    'all',
    ...line,
    bankReference,
    valueDay,
    code,
    endToEndId,
    pmtInfId,
    messageId,
    otherReferences,
    label,
    details,
  ]
}
