import { benchFigures } from '#app/demo/bench/bench_figures'
import { benchPhases, ratios } from '#app/demo/bench/bench_phases'
import type { Bench } from '#app/demo/bench/run_bench'

/** Every number of the measure, for machines. */
export function benchData(bench: Bench): object {
  const { machine, world, setup, phases, documents, sql } = bench
  return {
    machine,
    world,
    setup,
    phases: benchPhases(bench).map(({ label, count: [rows, unit], ...phase }) => ({
      ...phase,
      label: label.trim(),
      rows,
      unit,
      rowsPerSecond: rows / phase.cost.wallSeconds,
      ratios: phase.bound ? ratios(phase.cost, phase.bound.cost) : null,
    })),
    bounds: { sql, documents: documents?.bare ?? null },
    check: phases.check,
    totalCents: phases.run.totalCents,
    figures: benchFigures(bench),
  }
}
