import { basename } from 'node:path'
import { archivedFile, fileDestroyed } from '#app/shared/archived_file'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { XLSX } from '#app/shared/screens/attachment'

export interface ReadDocument {
  name: string
  type: string
  bytes: Uint8Array
}

/** One archived document, which must be what was archived; null when there is none of this number. */
export async function readDocument(id: number): Promise<ReadDocument | Refused | null> {
  const document = await row<{ kind: string; key: string; sha256: Buffer }>(
    'SELECT kind, file_key AS key, sha256 FROM documents WHERE id = ?',
    [id]
  )
  if (!document) return null
  const { kind, key, sha256 } = document
  const file = await archivedFile(key, sha256)
  if (file.state === 'destroyed') return fileDestroyed()
  if (file.state !== 'intact') {
    return refuse(
      'DOCUMENT_ALTERE',
      `Le fichier archivé ${basename(key)} n’est plus celui qui a été émis.`,
      'Demandez à l’administration de le restaurer\u00a0: il peut être refait à l’identique.'
    )
  }
  return { name: basename(key), type: typeOf(kind), bytes: file.bytes }
}

function typeOf(kind: string): string {
  return kind.endsWith('_pdf') ? 'application/pdf' : XLSX
}
