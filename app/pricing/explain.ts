import {
  priceDay,
  type ConventionTerms,
  type ScheduleTerms,
} from '#app/conventions/convention_terms'
import type { PricedLine } from '#app/pricing/price'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { periodInWords } from '#app/reconciliation/findings/period_in_words'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import type { Cents } from '#app/shared/cents'
import { formatAmount, formatDay, formatNumber } from '#app/shared/french_format'

/** The facts that priced a line, as they were then. */
export interface PricingFacts {
  readonly terms: Pick<ConventionTerms, 'code' | 'priceDate' | 'ceilingPerSaisine'>
  readonly schedule: Pick<ScheduleTerms, 'label' | 'validity'>
  readonly saisine: Pick<SaisineFacts, 'reference' | 'openedOn'>
  readonly form: Pick<FormFacts, 'firstContactOn'>
  /** The detail is gone, at the end of its time: the day that was retained stands alone. */
  readonly anonymised?: boolean
}

/** Why this amount: French sentences in reading order, and the operations that lead to the total. */
export interface Explanation {
  readonly sentences: readonly string[]
  readonly arithmetic: readonly Operation[]
  readonly total: Cents
}

export type Operation =
  | { readonly operator: 'multiply'; readonly quantity: number; readonly unitAmount: Cents }
  | { readonly operator: 'subtract'; readonly amount: Cents }

/** Throws when the facts are not those that priced the line, or when its numbers do not add up. */
export function explain(line: PricedLine, facts: PricingFacts): Explanation {
  const { terms, schedule, saisine, form } = facts
  const day = priceDay(terms, saisine.openedOn, form.firstContactOn)
  if (!facts.anonymised && day !== line.pricedOn) {
    throw new Error(`Fee ${line.feeId} was not priced by these dates`)
  }
  const explanation: Explanation = {
    sentences: [
      `Barème «\u00a0${schedule.label}\u00a0» de la convention ${terms.code}, en vigueur ${periodInWords(schedule.validity)}.`,
      decidingDay(line, facts),
      ...quantity(line),
      product(line),
      ...ceiling(line, terms.ceilingPerSaisine),
    ],
    arithmetic: operations(line),
    total: line.amount,
  }
  if (recompute(explanation) !== line.amount) {
    throw new Error(`Fee ${line.feeId} does not add up to ${line.amount}`)
  }
  return explanation
}

/** The total in cents, from the operations alone. */
export function recompute({ arithmetic }: Pick<Explanation, 'arithmetic'>): Cents {
  return arithmetic.reduce(
    (total, step) =>
      step.operator === 'multiply' ? total + step.quantity * step.unitAmount : total - step.amount,
    0
  )
}

function operations({ quantityRetained, unitAmount, reduction }: PricedLine): Operation[] {
  const full: Operation = { operator: 'multiply', quantity: quantityRetained, unitAmount }
  return reduction === 0 ? [full] : [full, { operator: 'subtract', amount: reduction }]
}

function decidingDay({ pricedOn }: PricedLine, facts: PricingFacts): string {
  const { terms, saisine, form, anonymised } = facts
  const day = `Le barème appliqué est celui du ${formatDay(pricedOn)}`
  if (anonymised) {
    return `${day}, jour retenu au calcul\u00a0; le détail de la saisine a été anonymisé à l’échéance.`
  }
  if (terms.priceDate === 'saisine') {
    return `${day}, jour de la saisine ${saisine.reference}\u00a0: la convention retient le jour de la saisine.`
  }
  return form.firstContactOn === null
    ? `${day}, jour de la saisine ${saisine.reference}\u00a0: la convention retient le jour du premier contact, et la fiche n’en déclare pas.`
    : `${day}, jour du premier contact pour la saisine ${saisine.reference}\u00a0: la convention retient ce jour.`
}

function quantity({ unit, cap, quantityAsked, quantityRetained }: PricedLine): string[] {
  if (quantityAsked === quantityRetained) return []
  return unit === 'per_saisine'
    ? [
        `Quantité demandée\u00a0: ${formatNumber(quantityAsked)}. Un forfait est payé une fois par saisine.`,
      ]
    : [
        `Quantité demandée\u00a0: ${formatNumber(quantityAsked)}. Le barème en paie ${formatNumber(cap!)} au plus par saisine.`,
      ]
}

function product({ serviceLabel, quantityRetained, unitAmount }: PricedLine): string {
  const full = quantityRetained * unitAmount
  return `${serviceLabel}\u00a0: ${formatNumber(quantityRetained)} × ${formatAmount(unitAmount)} = ${formatAmount(full)}.`
}

function ceiling({ reduction, amount }: PricedLine, limit: Cents | null): string[] {
  if (reduction === 0 || limit === null) return []
  return [
    `Le plafond de ${formatAmount(limit)} par saisine retire ${formatAmount(reduction)} à cette ligne\u00a0: ${formatAmount(amount + reduction)} − ${formatAmount(reduction)} = ${formatAmount(amount)}.`,
  ]
}
