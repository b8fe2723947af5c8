import { isDeepStrictEqual } from 'node:util'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { feesOfFile } from '#app/conventions/fees/fees_of_file'
import type { RecordedParts } from '#app/conventions/file/recorded_parts'
import { sameFees } from '#app/conventions/fees/same_fees'

/**
 * What a file states and the database does not. A barème that was published once, even if another took its
 * place since, is not new: the same file must not bring it back.
 */
export function newParts(recorded: RecordedParts, file: ConventionFile) {
  const isNew =
    <Item>(items: readonly Item[]) =>
    (item: Item) =>
      !items.some((other) => isDeepStrictEqual(other, item))
  return {
    amendments: file.amendments.filter(isNew(recorded.amendments)),
    envelopes: file.envelopes.filter(isNew(recorded.envelopes)),
    receipts: file.receipts.filter(isNew([...recorded.receipts, ...recorded.reversedReceipts])),
    feeSchedules: file.feeSchedules.filter(
      (schedule) =>
        !recorded.feeSchedules.some(
          ({ validity, fees }) =>
            validity.from === schedule.from &&
            validity.to === schedule.to &&
            sameFees(fees, feesOfFile(schedule.fees))
        )
    ),
  }
}
