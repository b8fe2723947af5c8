import { constraintsOf, type Figures } from '#app/reporting/masking/figures'
import { otherWorld, type Published } from '#app/reporting/masking/other_world'

/**
 * The figures of a report to hide: those under the threshold, zero apart, and as many others as it takes for none of
 * the hidden ones to be told from what stays, all the tables of the report being read together. `forced` are hidden
 * for another reason; `told` are shown by another report, that hid what it had to. Each hidden figure has been given
 * another world that agrees with all that is published (see other_world.ts), or stands among figures of which nothing
 * but zeros is published, if not by that other report: twice as many persons everywhere is then one.
 */
export function maskFigures(
  figures: Figures,
  threshold: number,
  forced: Iterable<number> = [],
  told: ReadonlySet<number> = new Set()
): ReadonlySet<number> {
  const { values, sums } = figures
  const constraints = constraintsOf(figures)
  const touching = values.map((): number[] => [])
  constraints.forEach(({ terms }, rank) => {
    for (const [figure] of terms) touching[figure]!.push(rank)
  })
  const masked = new Set([...forced].filter((figure) => values[figure]! > 0))
  values.forEach((value, figure) => {
    if (value > 0 && value < threshold && !told.has(figure)) masked.add(figure)
  })
  const totals = new Set(sums.map(({ total }) => total))
  const published = { values, constraints, touching, totals, masked, told }
  // What is masked later takes no world away: one vouches for ever for every figure that differs in it.
  const safe = new Set<number>()
  for (const figure of masked) {
    if (safe.has(figure)) continue
    const world =
      otherWorld(published, figure) ??
      otherWorld(published, figure, { hiding: true }) ??
      tiedTo(published, figure)
    for (const other of world) {
      masked.add(other)
      safe.add(other)
    }
  }
  return masked
}

/** The figure and all those that something ties to it, but for zeros and what is told elsewhere. */
function tiedTo({ values, constraints, touching, told }: Published, figure: number): number[] {
  const tied = new Set([figure])
  for (const one of tied) {
    for (const rank of touching[one]!) {
      for (const [other] of constraints[rank]!.terms) if (values[other]! > 0) tied.add(other)
    }
  }
  return [...tied].filter((one) => !told.has(one))
}
