import { bankAccountKey } from '#app/payments/answers/bank_account_key'
import type { AccountReport } from '#app/payments/answers/account_report'
import { problem, type Reading } from '#app/payments/answers/reading'

/** A statement that stands twice in one file would count its movements twice. */
export function checkRepeatedReports(reading: Reading, reports: readonly AccountReport[]): void {
  const seen = new Map<string, number>()
  for (const [index, report] of reports.entries()) {
    const { account, reference, opening, closing, movements } = report
    if (reference === null && movements.length === 0) continue
    const moved = movements.map((movement) => [
      movement.bookingDay,
      movement.amount,
      movement.label,
    ])
    const identity = JSON.stringify([bankAccountKey(account), reference, opening, closing, moved])
    const earlier = seen.get(identity)
    if (earlier !== undefined) {
      const both = `relevés ${earlier} et ${index + 1}`
      problem(
        reading,
        'RELEVE_DOUBLE',
        `Le même relevé figure deux fois dans le fichier\u00a0: ${both}.`
      )
    }
    seen.set(identity, earlier ?? index + 1)
  }
}
