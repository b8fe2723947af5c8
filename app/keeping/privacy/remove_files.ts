import drive from '@adonisjs/drive/services/main'
import logger from '@adonisjs/core/services/logger'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

/** Held by whoever removes files, and shared by who needs the archive to stay as its rows say. */
export const REMOVAL = 'removal of files'

export interface Removal {
  removed: number
  /** Files that could not be removed: they wait for the next time. */
  left: number
}

/**
 * Removes from the archive the files that nothing names any more. Whoever died in the middle left them in their table;
 * removing one again does nothing.
 */
export async function removeFiles(): Promise<Removal> {
  const done = await transaction<Removal>(async (trx) => {
    await lock(trx, REMOVAL)
    const waiting = await rows<{ key: string }>(
      'SELECT file_key AS key FROM files_to_remove ORDER BY file_key',
      [],
      trx
    )
    const removed: string[] = []
    for (const { key } of waiting) if (await isRemoved(key)) removed.push(key)
    await rows('DELETE FROM files_to_remove WHERE file_key = ANY (?)', [removed], trx)
    return { removed: removed.length, left: waiting.length - removed.length }
  })
  if (isRefused(done)) throw new Error('A removal refuses nothing')
  return done
}

async function isRemoved(key: string): Promise<boolean> {
  try {
    await drive.use().delete(key)
    return true
  } catch (error) {
    logger.error({ key, reason: String(error) }, 'A file of the archive could not be removed')
    return false
  }
}
