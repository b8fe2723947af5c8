import type { Figures } from '#app/reporting/masking/figures'
import { Proofs } from '#app/reporting/masking/proofs'

export interface Masking {
  /** Numbers of persons to hide, each with all that stands on its row. */
  masked: ReadonlySet<number>
  /** Says that each hidden figure has been given other worlds enough. False: nothing of these figures may be shown. */
  proven: boolean
}

/**
 * The figures of a report to hide: the numbers of persons under the threshold, zero apart, and as many others as it
 * takes for none of the hidden ones to be told from what stays, all the tables of the report and the money being read
 * together. `forced` are hidden for another reason; `told` are shown by another report, that hid what it had to.
 *
 * Each hidden number of persons, or of acts, has been given other worlds that agree with all that is published (see
 * other_world.ts), where it is as far from what it is as the word « masqué » leaves it: a reader who bounds it finds
 * no fewer values than there are under the threshold. Each hidden amount has been given one.
 */
export function maskFigures(
  known: Figures,
  threshold: number,
  forced: Iterable<number> = [],
  told: ReadonlySet<number> = new Set()
): Masking {
  const masked = new Set(forced)
  known.figures.forEach(({ kind, value }, figure) => {
    if (kind === 'persons' && value > 0 && value < threshold && !told.has(figure))
      masked.add(figure)
  })
  const proofs = new Proofs(known, masked, told, Math.max(1, threshold - 2))
  const rows = Map.groupBy(known.figures.keys(), (figure) => known.figures[figure]!.row)
  let proven = true
  for (const row of masked) {
    for (const figure of rows.get(row)!) proven = proofs.prove(figure) && proven
  }
  return { masked, proven }
}
