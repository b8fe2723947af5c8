import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import app from '@adonisjs/core/services/app'
import { services } from '@adonisjs/drive'
import drive from '@adonisjs/drive/services/main'

/** Does the work with a folder of its own, the archive of documents in it, and removes the whole. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'reversement-scratch-'))
  const archive = drive.use()
  const { driver } = archive
  try {
    const location = pathToFileURL(`${folder}/archive/`)
    const scratch = services.fs({ location, visibility: 'private', serveFiles: false })
    archive.driver = (await scratch.resolver('bench', app, []))()
    return await work(folder)
  } finally {
    archive.driver = driver
    await rm(folder, { recursive: true, force: true })
  }
}
