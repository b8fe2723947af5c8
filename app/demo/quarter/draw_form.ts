import { priceDay, type ConventionTerms } from '#app/conventions/convention_terms'
import { lastDay } from '#app/conventions/deadline'
import { drawQuantities } from '#app/demo/quarter/draw_quantities'
import { payingFees } from '#app/demo/quarter/grounds'
import type { PlannedForm, PlannedSaisine } from '#app/demo/quarter/planned'
import type { Random } from '#app/demo/random'
import { addDays, quarterEnd, type Day } from '#app/shared/day'

const OUTCOMES = [
  ['prise_en_charge', 82],
  ['injoignable', 10],
  ['refus', 4],
  ['reorientee', 4],
] as const

const NOTES = [
  ['', 90],
  ['Suivi en cours', 4],
  ['Orientation vers la permanence juridique', 3],
  ['Rappel prévu le mois prochain', 2],
  ['Aucune suite souhaitée', 1],
] as const

const RETURNED_WITHIN = 45 // days after the quarter, where the convention leaves more or says nothing

/** A form that its saisine and its convention leave nothing to say about. */
export function drawForm(
  random: Random,
  saisine: PlannedSaisine,
  terms: ConventionTerms
): PlannedForm {
  const { openedOn, beneficiary } = saisine
  const latest = lastGoodDay(terms, openedOn)
  const contact = earliest(addDays(openedOn, skewed(random, 3)), latest)
  const firstContactOn = hasFees(terms, contact, beneficiary) ? contact : openedOn
  const outcome = random.weighted(
    OUTCOMES.filter(([code]) => paysWithoutAct(terms, openedOn, firstContactOn, code, beneficiary))
  )
  const reached = outcome !== 'injoignable'
  const helped = outcome === 'prise_en_charge'
  const ended = earliest(addDays(firstContactOn, helped ? random.between(0, 40) : 0), latest)
  const pricedOn = priceDay(terms, openedOn, reached ? firstContactOn : null)
  return {
    reference: saisine.reference,
    association: saisine.association,
    convention: saisine.convention,
    receivedOn: earliest(addDays(ended, random.between(1, 15)), latest),
    firstContactOn: reached ? firstContactOn : null,
    lastActOn: reached ? ended : null,
    outcome,
    quantities: drawQuantities(
      random,
      payingFees(terms, pricedOn, outcome, beneficiary).filter(
        ({ unit }) => helped || unit === 'per_saisine'
      ),
      terms.ceilingPerSaisine
    ),
    memoDeVie: helped ? random.chance(0.6) : null,
    note: random.weighted(NOTES),
    late: random.chance(0.02),
    expected: { outcome: 'RETENUE', findings: [] },
  }
}

function lastGoodDay(terms: ConventionTerms, openedOn: Day): Day {
  const usual = addDays(quarterEnd(openedOn), RETURNED_WITHIN)
  return earliest(lastDay(terms, openedOn) ?? usual, usual)
}

function hasFees(terms: ConventionTerms, day: Day, beneficiary: string): boolean {
  return payingFees(terms, day, 'prise_en_charge', beneficiary).length > 0
}

/** Whoever is not taken in charge has no act to count: only a package can pay such a form. */
function paysWithoutAct(
  terms: ConventionTerms,
  openedOn: Day,
  firstContactOn: Day,
  outcome: string,
  beneficiary: string
): boolean {
  if (outcome === 'prise_en_charge') return true
  const day = priceDay(terms, openedOn, outcome === 'injoignable' ? null : firstContactOn)
  return payingFees(terms, day, outcome, beneficiary).some(({ unit }) => unit === 'per_saisine')
}

/** Days that are few as a rule, and many now and then. */
function skewed(random: Random, mean: number): number {
  return Math.floor(-Math.log(1 - random.unit()) * mean)
}

function earliest(a: Day, b: Day): Day {
  return a < b ? a : b
}
