import type { DemoPeople } from '#app/demo/demo_people'
import { granted } from '#app/demo/granted'
import type { QuarterFile } from '#app/demo/write_quarter'
import { runImport, type ImportReport } from '#app/intake/run_import'
import { importKind } from '#start/import_kinds'

export interface PlayedImports {
  files: number
  rows: number
  created: number
}

/**
 * Imports files as their offices would: those of one kind one after the other, two kinds at the same time, since two
 * people send them. Each is sound, and taken whole.
 */
export async function playImports(
  files: readonly QuarterFile[],
  { coordinator }: DemoPeople,
  at: Date,
  progress?: (done: number, total: number) => void
): Promise<PlayedImports> {
  const total: PlayedImports = { files: 0, rows: 0, created: 0 }
  const take = async ({ kind, path }: QuarterFile) => {
    const report: ImportReport = granted(
      await runImport(await importKind(kind), path, { actorId: coordinator.id, at })
    )
    total.files++
    total.rows += report.read
    total.created += report.created
    progress?.(total.files, files.length)
  }
  const takeAll = async (sameKind: readonly QuarterFile[]) => {
    for (const file of sameKind) await take(file)
  }
  await Promise.all([...Map.groupBy(files, ({ kind }) => kind).values()].map(takeAll))
  return total
}
