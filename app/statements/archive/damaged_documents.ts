import { archivedFile } from '#app/shared/archived_file'
import type { DocumentKind } from '#app/statements/archive/archive_documents'
import { rows } from '#app/shared/rows'

export interface ArchivedDocument {
  runId: number
  /** Null for the workbook of the run. */
  statementId: number | null
  kind: DocumentKind
  key: string
  sha256: Buffer
}

/** The documents whose file is not in the archive, or not with its hash; of one statement, or of all. */
export async function damagedDocuments(
  statementId: number | null
): Promise<{ damaged: ArchivedDocument[]; intact: number }> {
  const documents = await rows<ArchivedDocument>(
    `SELECT run_id AS "runId", statement_id AS "statementId", kind, file_key AS key, sha256 FROM documents
     WHERE ?::bigint IS NULL OR statement_id = ? ORDER BY id`,
    [statementId, statementId]
  )
  const damaged: ArchivedDocument[] = []
  for (const document of documents) {
    const { state } = await archivedFile(document.key, document.sha256)
    if (state === 'absent' || state === 'altered') damaged.push(document)
  }
  return { damaged, intact: documents.length - damaged.length }
}
