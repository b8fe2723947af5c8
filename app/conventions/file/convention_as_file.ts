import Convention from '#app/conventions/convention'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { recordedParts } from '#app/conventions/file/recorded_parts'
import type { Trx } from '#app/shared/transaction'

/** The convention as it is recorded, in the shape of its file: importing it again changes nothing. */
export async function conventionAsFile(trx: Trx, id: number): Promise<ConventionFile | null> {
  const convention = await Convention.find(id, { client: trx })
  if (!convention) return null
  const { reversedReceipts, ...parts } = await recordedParts(trx, id)
  const { deadlineFrom, deadlineDays, deadlineEffect } = convention
  return {
    code: convention.code,
    title: convention.title,
    signedOn: convention.signedOn,
    startsOn: convention.startsOn,
    endsOn: convention.endsOn,
    // A file knows two states; the later ones are the federation’s to set, and importing changes no state.
    state: convention.state === 'draft' ? 'draft' : 'active',
    fictitiousAmounts: convention.fictitiousAmounts,
    priceDate: convention.priceDate as ConventionFile['priceDate'],
    deadline:
      deadlineFrom === null
        ? null
        : ({
            from: deadlineFrom,
            days: deadlineDays,
            effect: deadlineEffect,
          } as ConventionFile['deadline']),
    payableChannels: convention.payableChannels,
    coveredBeneficiaries: convention.coveredBeneficiaries,
    duplicatePolicy: convention.duplicatePolicy as ConventionFile['duplicatePolicy'],
    overrunPolicy: convention.overrunPolicy as ConventionFile['overrunPolicy'],
    ceilingCents: convention.ceilingCents,
    ...parts,
    // Barèmes are published by their own screen.
    feeSchedules: [],
  }
}
