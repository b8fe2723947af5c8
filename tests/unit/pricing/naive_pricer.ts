import type { ConventionTerms, FeeTerms, ScheduleTerms } from '#app/conventions/convention_terms'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'

export interface NaiveLine {
  readonly feeId: number
  readonly retained: bigint
  readonly reduction: bigint
  readonly amount: bigint
}

interface Act {
  readonly feeId: number
  readonly price: bigint
  paid: bigint
}

/**
 * The price by another way, slow and without shared code: every act is laid on the table one by one,
 * those above the cap are not laid, and the ceiling takes money back from the last act to the first.
 * null when nothing is due.
 */
export function naivePrice(
  form: FormFacts,
  saisine: SaisineFacts,
  terms: ConventionTerms
): NaiveLine[] | null {
  const moment = new Date(
    terms.priceDate === 'saisine' ? saisine.openedOn : (form.firstContactOn ?? saisine.openedOn)
  )
  const asked = new Map(form.quantities)
  let rest = terms.schedules
    .filter((schedule) => isLive(schedule, moment))
    .flatMap((schedule) => schedule.fees)
    .filter((fee) => pays(fee, form, saisine))
    .filter((fee) => asked.get(fee.serviceCode) ?? fee.unit === 'per_saisine')
  const lines: FeeTerms[] = []
  while (rest.length > 0) {
    const first = rest.reduce((a, b) => (comesBefore(b, a) ? b : a))
    lines.push(first)
    rest = rest.filter((fee) => fee.serviceCode !== first.serviceCode)
  }

  const table: Act[] = []
  for (const fee of lines) {
    const price = BigInt(fee.amount)
    for (let act = 1; act <= (asked.get(fee.serviceCode) ?? 1); act++) {
      const tooMany = fee.unit === 'per_saisine' ? act > 1 : fee.cap !== null && act > fee.cap
      if (!tooMany) table.push({ feeId: fee.id, price, paid: price })
    }
  }
  if (terms.ceilingPerSaisine !== null) takeBack(table, BigInt(terms.ceilingPerSaisine))

  if (lines.length === 0) return null
  return lines.map(({ id }) => {
    const acts = table.filter(({ feeId }) => feeId === id)
    const amount = acts.reduce((sum, { paid }) => sum + paid, 0n)
    const full = acts.reduce((sum, { price }) => sum + price, 0n)
    return { feeId: id, retained: BigInt(acts.length), reduction: full - amount, amount }
  })
}

function isLive({ validity }: ScheduleTerms, moment: Date): boolean {
  return moment >= new Date(validity.from) && !(validity.to && moment >= new Date(validity.to))
}

function pays(fee: FeeTerms, form: FormFacts, saisine: SaisineFacts): boolean {
  const everyone = fee.beneficiaries === null
  return (
    new Set(fee.outcomes).has(form.outcome) &&
    (everyone || new Set(fee.beneficiaries).has(saisine.beneficiary))
  )
}

function comesBefore(a: FeeTerms, b: FeeTerms): boolean {
  return a.position === b.position ? a.id < b.id : a.position < b.position
}

function takeBack(table: Act[], ceiling: bigint): void {
  let excess = table.reduce((sum, { price }) => sum + price, 0n) - ceiling
  for (const act of table.toReversed()) {
    while (excess > 0n && act.paid > 0n) {
      const taken = act.paid < excess ? act.paid : excess
      act.paid -= taken
      excess -= taken
    }
  }
}
