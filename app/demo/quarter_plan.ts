import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import { drawCases } from '#app/demo/quarter/draw_cases'
import { expectedCounts } from '#app/demo/quarter/expected_counts'
import { FAULTS } from '#app/demo/quarter/faults'
import { DEFAULT_RATES, type FindingRates } from '#app/demo/quarter/finding_rates'
import { grounds } from '#app/demo/quarter/grounds'
import type { PlanCase, PlanWorld } from '#app/demo/quarter/plan_case'
import type { QuarterPlan } from '#app/demo/quarter/planned'
import { referenceMaker } from '#app/demo/quarter/reference_maker'
import { createRandom } from '#app/demo/random'
import type { Day } from '#app/shared/day'

export interface QuarterWish {
  readonly seed: number
  readonly saisines: number
  /** First day of the quarter. */
  readonly quarterStart: Day
  readonly conventions: readonly ConventionTerms[]
  readonly network: readonly DemoAssociation[]
  readonly rates?: FindingRates
}

/**
 * The saisines and forms of one quarter, faults included, and the counts that the reconciliation must
 * find: they come from what was decided here, not from matching. Throws on a convention that pays
 * nothing in the quarter.
 */
export function planQuarter(wish: QuarterWish): QuarterPlan {
  const { seed, conventions, network, quarterStart } = wish
  const random = createRandom(`${seed}/quarter/${quarterStart}`)
  const newReference = referenceMaker(random, quarterStart.slice(0, 4))
  const world: PlanWorld = { random, network, conventions, newReference }
  const fertile = conventions.map((terms) => grounds(terms, quarterStart))
  const cases = drawCases(world, fertile, wish.saisines)
  commitFaults(cases, world, wish.rates ?? DEFAULT_RATES)

  const saisines = cases
    .map(({ saisine }) => saisine)
    .sort((a, b) => compare(a.openedOn, b.openedOn) || compare(a.reference, b.reference))
  const forms = cases
    .flatMap(({ form, extra }) => [form, extra].filter((one) => one !== null))
    .sort((a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.reference, b.reference))
  return {
    quarterStart,
    saisines,
    forms,
    services: serviceCodes(conventions),
    lastReceivedOn: forms.at(-1)?.receivedOn ?? quarterStart,
    expected: expectedCounts(saisines, forms),
  }
}

/** Each fault touches its share of the cases, one case at least, and no case bears two. */
function commitFaults(cases: readonly PlanCase[], world: PlanWorld, rates: FindingRates): void {
  let clean = world.random.shuffled(cases)
  for (const [fault, spoil] of FAULTS) {
    let left = rates[fault] > 0 ? Math.max(1, Math.round(rates[fault] * cases.length)) : 0
    clean = clean.filter((target) => {
      const spoilt = left > 0 && target.form !== null && spoil(target, target.form, world)
      if (spoilt) left--
      return !spoilt
    })
  }
}

function serviceCodes(conventions: readonly ConventionTerms[]): string[] {
  const fees = conventions.flatMap(({ schedules }) => schedules.flatMap((one) => one.fees))
  return [...new Set(fees.map(({ serviceCode }) => serviceCode))]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
