import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UPLOADS } from '#app/intake/uploads/upload'

const DAY = 24 * 3_600_000

/** Forgets the files that nobody applied within a day: they hold what only an import may keep. */
export async function removeOldUploads(at = new Date()): Promise<void> {
  for (const name of await readdir(UPLOADS).catch(() => [])) {
    const path = join(UPLOADS, name)
    const kept = await stat(path).catch(() => null)
    if (kept && at.getTime() - kept.mtimeMs > DAY) await removeFolder(path)
  }
}

export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
}
