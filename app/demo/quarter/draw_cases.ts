import { drawForm } from '#app/demo/quarter/draw_form'
import { drawSaisine } from '#app/demo/quarter/draw_saisine'
import type { Grounds } from '#app/demo/quarter/grounds'
import type { PlanCase, PlanWorld } from '#app/demo/quarter/plan_case'
import type { PlannedSaisine } from '#app/demo/quarter/planned'

/** One saisine in about eighty opens a collective event, whose victims follow one by one. */
const EVENT = 0.012

/** Clean cases: busy associations and the first conventions have more of them. */
export function drawCases(
  { random, network, newReference }: PlanWorld,
  grounds: readonly Grounds[],
  count: number
): PlanCase[] {
  const conventions = grounds.map((ground, i) => [ground, 1 / (i + 1)] as const)
  const associations = random
    .shuffled(network)
    .map((association, i) => [association, 1 / Math.sqrt(i + 1)] as const)
  const cases: PlanCase[] = []

  while (cases.length < count) {
    const ground = random.weighted(conventions)
    const association = random.weighted(associations)
    const first = drawSaisine(random, ground, association, newReference())
    const collective = random.chance(EVENT)
    if (collective) first.event = `E${first.reference.slice(1, 8)}`
    const others = collective ? Math.min(random.between(1, 3), count - cases.length - 1) : 0
    for (const saisine of [first, ...victims(others, first)]) {
      const form = drawForm(random, saisine, ground.terms)
      cases.push({ terms: ground.terms, association, saisine, form, extra: null })
    }
  }
  return cases

  function victims(others: number, first: PlannedSaisine): PlannedSaisine[] {
    return Array.from({ length: others }, () => ({ ...first, reference: newReference() }))
  }
}
