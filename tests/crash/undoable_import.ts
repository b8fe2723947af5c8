import { granted } from '#app/demo/granted'
import { abandonRun } from '#app/settlement/abandon_run'
import { row } from '#app/shared/rows'
import { setScene, type Federation, type Scene } from '#tests/crash/scene'
import { runIn } from '#tests/support/run_in'

/** An import whose rows were reconciled by a run that was abandoned since: its undo has most to take back. */
export function undoableImport(
  federation: Federation,
  kind: 'saisines' | 'fiches'
): Promise<Scene> {
  return setScene(federation, async (world) => {
    const run = await runIn(world, 'calculated')
    granted(await abandonRun(run.id, world.people.finance.id, 'Ouverte par erreur'))
    const table = kind === 'saisines' ? 'saisines' : 'return_forms'
    const found = await row<{ id: number }>(
      `SELECT import_id AS id FROM ${table} WHERE convention_id = ? GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
      [run.conventionId]
    )
    return { importId: found!.id }
  })
}
