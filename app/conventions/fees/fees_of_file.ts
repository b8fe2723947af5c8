import type { ConventionFile } from '#app/conventions/file/convention_file'
import type { NewFee } from '#app/conventions/fees/new_fee_schedule'

/** The lines of a barème as a convention's file states them. */
export function feesOfFile(fees: ConventionFile['feeSchedules'][number]['fees']): NewFee[] {
  return fees.map(({ service, amountCents, ...rest }) => ({
    serviceCode: service,
    amount: amountCents,
    ...rest,
  }))
}
