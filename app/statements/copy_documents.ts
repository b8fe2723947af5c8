import { join } from 'node:path'
import { zipDocuments } from '#app/statements/drawing/zip_documents'
import { runDocuments } from '#app/statements/run_documents'
import { isRefused, type Refused } from '#app/shared/result'
import { writeFileAtomic } from '#app/shared/write_file_atomic'

/** Copies the archived documents of a run to a folder, each and in one ZIP; each must be what was archived. */
export async function copyDocuments(
  runId: number,
  folder: string
): Promise<{ files: number; zip: string } | Refused> {
  const documents = await runDocuments(runId)
  if (isRefused(documents)) return documents
  const { run, entries } = documents
  for (const { name, bytes } of entries) await writeFileAtomic(join(folder, name), bytes)
  const zip = join(folder, `${run.code}.zip`)
  await zipDocuments(entries, zip, run.issuedAt!.toJSDate())
  return { files: entries.length, zip }
}
