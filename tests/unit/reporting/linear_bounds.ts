import { known, type Report } from './attack.js'

const SMALL = 1e-7

/**
 * What a reader bounds each hidden figure to by linear programming: the least and the most of it over all that agrees
 * with what is published, whole numbers or not. A simplex, each bound starting where the last one ended.
 */
export function boundsByProgramming(
  report: Report
): ReadonlyMap<number, readonly [number, number]> {
  const { least = () => 1 } = report
  const hidden = [...report.masked]
  const at = new Map(hidden.map((figure, column) => [figure, column]))
  const free = hidden.filter((figure) => least(figure) < 0)
  const facts = known(report).filter(({ terms }) => terms.size > 0)
  const slack = facts.filter(({ kind }) => kind === 'positive').length
  const width = hidden.length + free.length + slack
  let used = hidden.length + free.length
  const floor = (figure: number) => (least(figure) < 0 ? 0 : least(figure))
  const rows = facts.map(({ kind, terms, right }, rank) => {
    const row = new Float64Array(width + facts.length + 1)
    let left = right
    for (const [figure, by] of terms) {
      row[at.get(figure)!] = by
      const opposite = free.indexOf(figure)
      if (opposite >= 0) row[hidden.length + opposite] = -by
      left -= by * floor(figure)
    }
    if (kind === 'positive') row[used++] = -1
    row[row.length - 1] = left
    if (left < 0) for (let i = 0; i < row.length; i++) row[i] = -row[i]!
    row[width + rank] = 1
    return row
  })
  const basis = rows.map((_, rank) => width + rank)

  const pivot = (leaving: number, entering: number, goal: Float64Array) => {
    const row = rows[leaving]!
    const by = row[entering]!
    for (let i = 0; i < row.length; i++) row[i]! /= by
    for (const other of [...rows, goal]) {
      const times = other[entering]!
      if (other === row || Math.abs(times) < 1e-12) continue
      for (let i = 0; i < row.length; i++) other[i]! -= times * row[i]!
    }
    basis[leaving] = entering
  }

  /** Lowers the goal as far as it goes; -Infinity when nothing stops it. */
  const lowest = (costs: ReadonlyMap<number, number>, columns: number): number => {
    const goal = new Float64Array(width + facts.length + 1)
    for (const [column, cost] of costs) goal[column] = cost
    basis.forEach((column, rank) => {
      const cost = goal[column]!
      if (cost !== 0) rows[rank]!.forEach((one, i) => (goal[i]! -= cost * one))
    })
    for (let turns = 0; turns < 20_000; turns++) {
      let entering = -1
      for (let i = 0; i < columns && entering < 0; i++) if (goal[i]! < -SMALL) entering = i
      if (entering < 0) return -goal[goal.length - 1]!
      let leaving = -1
      let ratio = Infinity
      rows.forEach((row, rank) => {
        if (row[entering]! < SMALL) return
        const one = row[row.length - 1]! / row[entering]!
        if (one < ratio - SMALL || (one < ratio + SMALL && basis[rank]! < (basis[leaving] ?? -1))) {
          ratio = one
          leaving = rank
        }
      })
      if (leaving < 0) return -Infinity
      pivot(leaving, entering, goal)
    }
    throw new Error('The simplex does not end')
  }

  const artificial = new Map(rows.map((_, rank) => [width + rank, 1]))
  if (lowest(artificial, width) > SMALL * 100) throw new Error('Nothing agrees with the report')
  const cost = (figure: number, sign: number) => {
    const opposite = free.indexOf(figure)
    return new Map([
      [at.get(figure)!, sign],
      ...(opposite >= 0 ? [[hidden.length + opposite, -sign] as const] : []),
    ])
  }
  return new Map(
    hidden.map((figure) => {
      const low = lowest(cost(figure, 1), width) + floor(figure)
      const high = -lowest(cost(figure, -1), width) + floor(figure)
      return [figure, [low, high]]
    })
  )
}
