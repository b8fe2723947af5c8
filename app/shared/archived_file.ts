import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'

/** What the archive holds under a key: the file that was put there, another one, or nothing. */
export type ArchivedFile =
  { state: 'intact' | 'altered'; bytes: Uint8Array } | { state: 'absent'; bytes: null }

/** Reads an archived file, and compares it with the SHA-256 recorded when it was archived. */
export async function archivedFile(key: string, sha256: Uint8Array): Promise<ArchivedFile> {
  const archive = drive.use()
  if (!(await archive.exists(key))) return { state: 'absent', bytes: null }
  const bytes = await archive.getBytes(key)
  return { state: hasHash(bytes, sha256) ? 'intact' : 'altered', bytes }
}

export function hasHash(bytes: Uint8Array, sha256: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest().equals(sha256)
}
