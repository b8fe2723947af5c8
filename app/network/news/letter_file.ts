import { row } from '#app/shared/rows'
import type { KeptFile } from '#app/shared/screens/kept_file'

/** The PDF of a publication that the reader may see. */
export function letterFile(letterId: number): Promise<KeptFile | null> {
  return row<KeptFile>(
    `SELECT file_key AS key, sha256, file_name AS "fileName", media_type AS "mediaType", size_bytes AS "sizeBytes"
     FROM letters WHERE id = ?`,
    [letterId]
  )
}
