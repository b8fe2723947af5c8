import type { Backup } from '#app/keeping/backup/write_backup'
import { rows } from '#app/shared/rows'

/** Remembers that a backup was made, for the page that says how the installation is. */
export async function recordBackup(
  fileName: string,
  { bytes, sha256, manifest }: Omit<Backup, 'file'>
): Promise<void> {
  const { madeAt, figures, tables, documents, breaches } = manifest
  await rows(
    `INSERT INTO backups (made_at, file_name, size_bytes, sha256, row_count, document_count, chain_head, breach_count)
     VALUES (?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?)`,
    [
      madeAt,
      fileName,
      bytes,
      sha256,
      tables.reduce((sum, table) => sum + table.rows, 0),
      documents.length,
      figures.chainHead.id,
      Object.values(breaches).reduce((sum, count) => sum + count, 0),
    ]
  )
}
