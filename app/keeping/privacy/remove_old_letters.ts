import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SERVICE_DAYS } from '#app/keeping/privacy/retention'
import { storagePath } from '#start/env'

const DAY = 24 * 3_600_000

/** Removes the files of mails that an installation without SMTP wrote long ago; gives how many. */
export async function removeOldLetters(
  at: Date,
  folder = join(storagePath, 'courriels')
): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (at.getTime() - mtimeMs < SERVICE_DAYS.mails * DAY) continue
    await rm(path)
    removed++
  }
  return removed
}
