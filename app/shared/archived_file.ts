import { createHash } from 'node:crypto'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import drive from '@adonisjs/drive/services/main'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

/** What the archive holds under a key: the file that was put there, another one, or nothing, which may be on purpose. */
export type ArchivedFile =
  | { state: 'intact' | 'altered'; bytes: Uint8Array }
  | { state: 'absent'; bytes: null }
  | { state: 'destroyed'; bytes: null }

/** Reads an archived file, and compares it with the SHA-256 recorded when it was archived. */
export async function archivedFile(
  key: string,
  sha256: Uint8Array,
  client?: QueryClientContract
): Promise<ArchivedFile> {
  const archive = drive.use()
  if (!(await archive.exists(key))) {
    return { state: (await isDestroyed(key, client)) ? 'destroyed' : 'absent', bytes: null }
  }
  const bytes = await archive.getBytes(key)
  return { state: hasHash(bytes, sha256) ? 'intact' : 'altered', bytes }
}

async function isDestroyed(key: string, client?: QueryClientContract): Promise<boolean> {
  return (await row('SELECT FROM destroyed_files WHERE file_key = ?', [key], client)) !== null
}

/** A document whose ten years were over. */
export function fileDestroyed(): Refused {
  return refuse(
    'PIECE_DETRUITE',
    'Cette pièce a été détruite après ses dix ans de conservation.',
    'Ses montants, ses écritures et son empreinte restent.'
  )
}

export function hasHash(bytes: Uint8Array, sha256: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest().equals(sha256)
}
