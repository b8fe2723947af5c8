import { basename } from 'node:path'
import type Run from '#app/settlement/run'
import type { NamedDocument } from '#app/statements/drawing/zip_documents'
import { archivedFile, fileDestroyed } from '#app/shared/archived_file'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'

/** The archived documents of a run, in the order of their names; each must be what was archived. */
export async function runDocuments(run: Run): Promise<NamedDocument[] | Refused> {
  const documents = await rows<{ key: string; sha256: Buffer }>(
    'SELECT file_key AS key, sha256 FROM documents WHERE run_id = ? ORDER BY file_key',
    [run.id]
  )
  if (documents.length === 0) {
    return refuse(
      'AUCUN_DOCUMENT',
      `La campagne ${run.code} n’a pas encore de document.`,
      'Émettez-la d’abord.'
    )
  }
  const entries: NamedDocument[] = []
  for (const { key, sha256 } of documents) {
    const { state, bytes } = await archivedFile(key, sha256)
    if (state === 'destroyed') return fileDestroyed()
    if (state !== 'intact') {
      return refuse(
        'DOCUMENT_ALTERE',
        `Le fichier archivé ${key} n’est plus celui qui a été émis.`,
        'Restaurez-le depuis une sauvegarde.'
      )
    }
    entries.push({ name: basename(key), bytes })
  }
  return entries
}
