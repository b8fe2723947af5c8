import type { FeeRow } from '#app/conventions/fees/check_fee_row'
import type { NewFeeSchedule } from '#app/conventions/fees/new_fee_schedule'
import { writeFeeSchedule, type Publication } from '#app/conventions/fees/write_fee_schedule'
import { addDays } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { Period } from '#app/shared/period'
import type { Trx } from '#app/shared/transaction'

/** Rows that entered a new version, and rows that the conventions already said. */
export interface ImportedFees {
  created: number
  unchanged: number
}

/** Publishes the checked rows of a file, one version per convention and period, in the caller's transaction. */
export async function importFeeSchedules(
  trx: Trx,
  rows: readonly FeeRow[],
  publication: Publication
): Promise<ImportedFees> {
  const result: ImportedFees = { created: 0, unchanged: 0 }
  for (const { conventionId, schedule } of versions(rows)) {
    const published = await writeFeeSchedule(trx, conventionId, schedule, publication)
    result[published ? 'created' : 'unchanged'] += schedule.fees.length
  }
  return result
}

/** In the order of conventions, so that two imports never wait for each other's locks. */
function versions(rows: readonly FeeRow[]): { conventionId: number; schedule: NewFeeSchedule }[] {
  const groups = Map.groupBy(rows, ({ conventionId, validity }) =>
    [conventionId, validity.from, validity.to].join()
  )
  return [...groups.values()]
    .map((group) => {
      const { conventionId, validity } = group[0]!
      const fees = group.map(({ fee }) => fee)
      return { conventionId, schedule: { label: label(validity), validity, fees } }
    })
    .sort((a, b) => a.conventionId - b.conventionId)
}

function label({ from, to }: Period): string {
  const start = `Barème du ${formatDay(from)}`
  return to === null ? start : `${start} au ${formatDay(addDays(to, -1))}`
}
