import { createHash } from 'node:crypto'
import { archivedBytes } from '#app/ledger/archived_bytes'
import { rows } from '#app/shared/rows'

export interface ArchivedDocument {
  runId: number
  /** Null for the workbook of the run. */
  statementId: number | null
  kind: 'statement_pdf' | 'statement_xlsx' | 'run_xlsx'
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
  for (const document of documents) if (!(await isIntact(document))) damaged.push(document)
  return { damaged, intact: documents.length - damaged.length }
}

async function isIntact({ key, sha256 }: ArchivedDocument): Promise<boolean> {
  const bytes = await archivedBytes(key)
  return bytes !== null && hasHash(bytes, sha256)
}

export function hasHash(bytes: Uint8Array, sha256: Buffer): boolean {
  return createHash('sha256').update(bytes).digest().equals(sha256)
}
