import { join } from 'node:path'
import Run from '#app/settlement/run'
import { zipDocuments } from '#app/statements/drawing/zip_documents'
import { runDocuments } from '#app/statements/archive/run_documents'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { writeFileAtomic } from '#app/shared/write_file_atomic'

/** Copies the archived documents of a run to a folder, each and in one ZIP; each must be what was archived. */
export async function copyDocuments(
  runId: number,
  folder: string
): Promise<{ files: number; zip: string } | Refused> {
  const run = await Run.find(runId)
  if (!run) return refuse('CAMPAGNE_INCONNUE', `Il n’y a pas de campagne n° ${runId}.`)
  const entries = await runDocuments(run)
  if (isRefused(entries)) return entries
  for (const { name, bytes } of entries) await writeFileAtomic(join(folder, name), bytes)
  const zip = join(folder, `${run.code}.zip`)
  await zipDocuments(entries, zip, run.issuedAt!.toJSDate())
  return { files: entries.length, zip }
}
