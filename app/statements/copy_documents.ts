import { basename, join } from 'node:path'
import Run from '#app/settlement/run'
import { zipDocuments } from '#app/statements/drawing/zip_documents'
import { archivedFile } from '#app/shared/archived_file'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { writeFileAtomic } from '#app/shared/write_file_atomic'

/** Copies the archived documents of a run to a folder, each and in one ZIP; each must be what was archived. */
export async function copyDocuments(
  runId: number,
  folder: string
): Promise<{ files: number; zip: string } | Refused> {
  const run = await Run.find(runId)
  if (!run) return refuse('CAMPAGNE_INCONNUE', `Il n’y a pas de campagne n° ${runId}.`)
  const documents = await rows<{ key: string; sha256: Buffer }>(
    'SELECT file_key AS key, sha256 FROM documents WHERE run_id = ? ORDER BY file_key',
    [runId]
  )
  if (documents.length === 0) {
    return refuse(
      'AUCUN_DOCUMENT',
      `La campagne ${run.code} n’a pas encore de document.`,
      'Émettez-la d’abord.'
    )
  }
  const entries: { name: string; bytes: Uint8Array }[] = []
  for (const { key, sha256 } of documents) {
    const { state, bytes } = await archivedFile(key, sha256)
    if (state !== 'intact') {
      return refuse(
        'DOCUMENT_ALTERE',
        `Le fichier archivé ${key} n’est plus celui qui a été émis.`,
        'Restaurez-le depuis une sauvegarde.'
      )
    }
    entries.push({ name: basename(key), bytes })
    await writeFileAtomic(join(folder, basename(key)), bytes)
  }
  const zip = join(folder, `${run.code}.zip`)
  await zipDocuments(entries, zip, run.issuedAt!.toJSDate())
  return { files: entries.length, zip }
}
