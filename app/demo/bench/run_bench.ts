import { availableParallelism, loadavg } from 'node:os'
import { bareSql, type BareSql } from '#app/demo/bench/bare_sql'
import { benchWorld, type BenchWish, type BenchWorld } from '#app/demo/bench/bench_world'
import { collectGarbage } from '#app/demo/bench/collect_garbage'
import { documentsAlone, type DocumentsAlone } from '#app/demo/bench/documents_alone'
import { measureWith, type Cost } from '#app/demo/bench/measure'
import { runPhases, type Phases } from '#app/demo/bench/run_phases'
import { inScratchDatabase } from '#app/shared/scratch_database'
import { inScratchFolder } from '#app/shared/scratch_folder'
import { serverClock } from '#app/demo/bench/server_clock'
import { row } from '#app/shared/rows'
import type { Refused } from '#app/shared/result'

export interface Bench {
  machine: { cores: number; load: number; node: string; postgres: string }
  world: Pick<BenchWorld, 'saisines' | 'forms' | 'mix'>
  /** Building the world and its files: not a phase. */
  setup: Cost
  phases: Phases
  documents: DocumentsAlone | null
  sql: BareSql
}

/** Measures a whole quarter in a database and a folder of its own, then the bare bounds of its phases. */
export function runBench(wish: BenchWish): Promise<Bench | Refused> {
  return inScratchFolder((folder) =>
    inScratchDatabase<Bench>('bench', async (database) => {
      const measure = measureWith(await serverClock(database))
      const load = loadavg()[0]!
      const { value: world, cost: setup } = await measure(() => benchWorld(wish, folder))
      collectGarbage()
      const phases = await runPhases(world, wish, measure)
      wish.watch('Documents seuls, puis nus')
      const documents = phases.issue ? await documentsAlone(phases.run, measure) : null
      wish.watch('SQL nu')
      const sql = await bareSql(world.plain, world.terms, measure)
      wish.watch('')
      const { saisines, forms, mix } = world
      const postgres = (await row<{ version: string }>('SHOW server_version'))!
      return {
        machine: {
          cores: availableParallelism(),
          load,
          node: process.versions.node,
          postgres: Object.values(postgres)[0]!,
        },
        world: { saisines, forms, mix },
        setup,
        phases,
        documents,
        sql,
      }
    })
  )
}
