import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import type { OpenedBackup } from '#app/keeping/backup/open_backup'
import { documentPart, type KeptDocument } from '#app/keeping/backup/manifest'
import type { Watch } from '#app/keeping/backup/write_backup'

/** Puts back what was done, so that a restoration that fails leaves the archive as it was. */
export type Undo = () => Promise<void>

/**
 * Puts the documents of a backup in the archive. The same one is left alone; another that has its name is set aside,
 * under `ecartes/`. Gives what undoes it all; undoes it itself when it fails.
 */
export async function restoreDocuments(
  backup: OpenedBackup,
  at: Date,
  watch: Watch
): Promise<{ undo: Undo; setAside: string[] }> {
  const archive = drive.use()
  const steps: Undo[] = []
  const setAside: string[] = []
  const undo = async () => {
    for (const step of steps.toReversed()) await step()
  }
  try {
    const { documents } = backup.manifest
    for (const [index, document] of documents.entries()) {
      watch('Documents', index, documents.length)
      const { key } = document
      const there = await archive.exists(key)
      if (there && (await isSame(document))) continue
      if (there) {
        const aside = `ecartes/${at.getTime()}/${key}`
        await archive.move(key, aside)
        setAside.push(aside)
        steps.push(() => archive.move(aside, key))
      }
      steps.push(() => archive.delete(key))
      await archive.putStream(key, await backup.read(documentPart(key)), {
        contentLength: document.bytes,
      })
    }
    return { undo, setAside }
  } catch (error) {
    await undo()
    throw error
  }
}

async function isSame({ key, sha256 }: KeptDocument): Promise<boolean> {
  const hash = createHash('sha256')
  for await (const chunk of await drive.use().getStream(key)) hash.update(chunk as Buffer)
  return hash.digest('hex') === sha256
}
