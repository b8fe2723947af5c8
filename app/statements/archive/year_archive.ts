import { basename } from 'node:path'
import { archivedFile, fileDestroyed } from '#app/shared/archived_file'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import type { NamedDocument } from '#app/statements/drawing/zip_documents'

export interface YearArchive {
  entries: NamedDocument[]
  /** When the last of these statements was issued: the date of the archive’s entries. */
  at: Date
}

/** The archived documents of an association’s statements of a civil year; null when there are none. */
export async function yearArchive(
  associationId: number,
  year: number
): Promise<YearArchive | Refused | null> {
  const documents = await rows<{ key: string; sha256: Buffer; issuedAt: Date }>(
    `SELECT d.file_key AS key, d.sha256, s.issued_at AS "issuedAt" FROM documents d JOIN statements s ON s.id = d.statement_id
     WHERE s.association_id = ? AND extract(year FROM s.issued_at AT TIME ZONE 'Europe/Paris') = ?::numeric
     ORDER BY s.issued_at, s.id, d.file_key`,
    [associationId, String(year)]
  )
  const last = documents.at(-1)
  if (!last) return null
  const entries: NamedDocument[] = []
  for (const { key, sha256 } of documents) {
    const file = await archivedFile(key, sha256)
    if (file.state === 'destroyed') return fileDestroyed()
    if (file.state !== 'intact') {
      return refuse(
        'DOCUMENT_ALTERE',
        `Le fichier archivé ${basename(key)} n’est plus celui qui a été émis.`,
        'Dites-le à la fédération\u00a0: il peut être refait à l’identique.'
      )
    }
    entries.push({ name: basename(key), bytes: file.bytes })
  }
  return { entries, at: last.issuedAt }
}
