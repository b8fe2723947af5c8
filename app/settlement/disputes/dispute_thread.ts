import type { KeptFile } from '#app/shared/screens/kept_file'
import { row, rows } from '#app/shared/rows'

export interface DisputeMessage {
  id: number
  side: 'association' | 'federation'
  body: string
  writtenAt: Date
}

/** What both sides wrote, the first first. */
export function disputeThread(disputeId: number): Promise<DisputeMessage[]> {
  return rows<DisputeMessage>(
    'SELECT id, side, body, written_at AS "writtenAt" FROM dispute_messages WHERE dispute_id = ? ORDER BY id',
    [disputeId]
  )
}

/** The document joined to a dispute, or null. */
export function disputeFile(disputeId: number): Promise<KeptFile | null> {
  return row<KeptFile>(
    `SELECT file_key AS key, sha256, file_name AS "fileName", media_type AS "mediaType", size_bytes AS "sizeBytes"
     FROM dispute_files WHERE dispute_id = ?`,
    [disputeId]
  )
}
