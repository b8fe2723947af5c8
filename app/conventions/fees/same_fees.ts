import type { NewFee } from '#app/conventions/fees/new_fee_schedule'

/** True when both barèmes pay the same services, in whatever order, at the same terms. */
export function sameFees(a: readonly NewFee[], b: readonly NewFee[]): boolean {
  return fingerprint(a) === fingerprint(b)
}

function fingerprint(fees: readonly NewFee[]): string {
  return JSON.stringify(
    fees
      .map(({ serviceCode, label, unit, amount, cap, outcomes, beneficiaries }) => [
        serviceCode,
        label,
        unit,
        amount,
        cap,
        outcomes.toSorted(),
        beneficiaries?.toSorted() ?? null,
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  )
}
