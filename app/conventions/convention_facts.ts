import type { ConventionFile } from '#app/conventions/file/convention_file'

/** What amendments may change: the convention's own columns. */
export type ConventionFacts = ReturnType<typeof conventionFacts>

/** The columns of the convention that a file states. */
export function conventionFacts(file: ConventionFile) {
  return {
    title: file.title,
    signedOn: file.signedOn,
    startsOn: file.startsOn,
    endsOn: file.endsOn,
    fictitiousAmounts: file.fictitiousAmounts,
    priceDate: file.priceDate,
    deadlineFrom: file.deadline?.from ?? null,
    deadlineDays: file.deadline?.days ?? null,
    deadlineEffect: file.deadline?.effect ?? null,
    payableChannels: file.payableChannels,
    coveredBeneficiaries: file.coveredBeneficiaries,
    duplicatePolicy: file.duplicatePolicy,
    overrunPolicy: file.overrunPolicy,
    ceilingCents: file.ceilingCents,
  }
}
