import type { ConventionTerms, ScheduleTerms } from '#app/conventions/convention_terms'
import type { NewFeeSchedule } from '#app/conventions/fees/new_fee_schedule'
import { price, type PricedLine } from '#app/pricing/price'
import type { PricedCase } from '#app/pricing/priced_cases'
import type { Cents } from '#app/shared/cents'

export interface Change {
  name: string
  before: Cents
  after: Cents
  difference: Cents
}

export interface Trial {
  forms: number
  before: Cents
  after: Cents
  difference: Cents
  /** In the order of the proposed barème, then what it no longer pays. */
  services: Change[]
  /** The most changed first. */
  associations: Change[]
}

/**
 * What a barème would have cost had it been in force on the days of these forms, beside what is in force. Pure: nothing
 * is read and nothing is written.
 */
export function trySchedule(
  terms: ConventionTerms,
  proposed: NewFeeSchedule,
  cases: readonly PricedCase[]
): Trial {
  const after: ConventionTerms = { ...terms, schedules: [inForceAlways(proposed)] }
  const services = new Tally()
  const associations = new Tally()
  for (const { serviceCode, label } of proposed.fees) services.name(serviceCode, label)
  let forms = 0
  for (const { form, saisine, association, count } of cases) {
    forms += count
    associations.name(form.associationId, association)
    for (const side of ['before', 'after'] as const) {
      for (const line of linesOf(price(form, saisine, side === 'before' ? terms : after))) {
        services.name(line.serviceCode, line.serviceLabel)
        services.add(line.serviceCode, side, line.amount * count)
        associations.add(form.associationId, side, line.amount * count)
      }
    }
  }
  const byAssociation = associations.changes()
  return {
    forms,
    before: sum(byAssociation, 'before'),
    after: sum(byAssociation, 'after'),
    difference: sum(byAssociation, 'difference'),
    services: services.changes(),
    associations: byAssociation.toSorted(
      (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.name < b.name ? -1 : 1)
    ),
  }
}

function inForceAlways({ label, fees }: NewFeeSchedule): ScheduleTerms {
  return {
    id: 0,
    label,
    validity: { from: '0001-01-01', to: null },
    fees: fees.map((fee, index) => ({ ...fee, id: 0, position: index + 1 })),
  }
}

function linesOf(priced: ReturnType<typeof price>): readonly PricedLine[] {
  return 'lines' in priced ? priced.lines : []
}

function sum(changes: readonly Change[], side: 'before' | 'after' | 'difference'): Cents {
  return changes.reduce((total, change) => total + change[side], 0)
}

class Tally {
  readonly #rows = new Map<string | number, { name: string; before: Cents; after: Cents }>()

  name(key: string | number, name: string): void {
    if (!this.#rows.has(key)) this.#rows.set(key, { name, before: 0, after: 0 })
  }

  add(key: string | number, side: 'before' | 'after', cents: Cents): void {
    this.#rows.get(key)![side] += cents
  }

  changes(): Change[] {
    return [...this.#rows.values()].map((one) => ({ ...one, difference: one.after - one.before }))
  }
}
