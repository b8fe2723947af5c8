import { ratios } from '#app/demo/bench/bench_phases'
import { sumCosts, type Cost } from '#app/demo/bench/measure'
import type { Bench } from '#app/demo/bench/run_bench'

/** The figures that the aims are set on. */
export interface BenchFigures {
  /** From the files on disk to every document, the bank file and the entries; null without documents. */
  quarter: Cost | null
  /** From the files on disk to the lines of the run. */
  filesToLines: Cost
  toPlainSql: { wall: number; cpu: number }
  /** Of all the product's phases. */
  peakBytes: number
  /** The plain SQL finds the same cents on the forms that the product retained. */
  sameTotal: boolean
}

export function benchFigures({ phases, sql }: Bench): BenchFigures {
  const { read, reconcile, calculate, issue, check, run } = phases
  const filesToLines = sumCosts([read, calculate])
  const issued = issue ? [issue.approve, issue.cost, issue.bankFile] : []
  return {
    quarter: issue && sumCosts([filesToLines, ...issued]),
    filesToLines,
    toPlainSql: ratios(filesToLines, sql.cost),
    peakBytes: sumCosts([filesToLines, reconcile, ...issued, check.cost]).peakBytes,
    sameTotal: sql.retainedCents === run.totalCents,
  }
}
