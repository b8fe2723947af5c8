import { sumCents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'
import type { DebitNoteData } from '#app/statements/debit_notes/debit_note_data'

/** Throws unless what a debit note claims is what its statements left, each being the sum of what is told of it. */
export function assertDebitAddsUp({ number, amount, origins }: DebitNoteData): void {
  const claimed = [-amount, ...origins.map(({ carriedForward }) => carriedForward?.amount ?? 0)]
  origins.forEach(({ statement, services, corrections, carriedForward, shared, total }, i) => {
    const told = sumCents([
      services,
      ...corrections.map((correction) => correction.amount),
      carriedForward?.amount ?? 0,
      shared ?? 0,
    ])
    if (told !== total || total !== claimed[i]) {
      throw new RangeError(
        `The debit note ${number} tells ${formatAmount(told)} of ${statement}, of total ${formatAmount(total)}, for ${formatAmount(claimed[i]!)}`
      )
    }
  })
}
