/**
 * An office of its own: a process with the application started, that does the tasks its parent sends.
 */
import 'reflect-metadata'
import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Ignitor } from '@adonisjs/core'
import type { OfficeMessage, Reply, Task } from '#tests/support/office'
import { watchWrites } from '#tests/support/watch_writes'

const ROOT = new URL('../../', import.meta.url)
const watch = watchWrites()
const app = new Ignitor(ROOT, {
  importer: (path) => import(path.startsWith('.') ? new URL(path, ROOT).href : path),
}).createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { inDatabase } = await import('#tests/support/test_database')
const { readBooks } = await import('#tests/support/books')
const { VERBS } = await import('#tests/support/office_verbs')

/** The archive of the installation becomes the one of the task. */
async function useArchive(folder: string): Promise<void> {
  const link = join(process.env.STORAGE_PATH!, 'archive')
  await mkdir(folder, { recursive: true })
  await rm(link, { force: true })
  await symlink(folder, link)
}

async function answer(task: Task): Promise<Reply> {
  await useArchive(task.archive)
  return inDatabase(task.database, async () => {
    watch.restart(task.crash)
    const { done, thrown } = await attempt(task)
    const writes = [...watch.writes]
    watch.restart()
    const refused = 'refused' in done ? (done.refused as Reply['refused']) : []
    return { writes, thrown, refused, books: await readBooks(task.archive) }
  })
}

/** Only a task whose write is made to fail may throw. */
async function attempt(task: Task): Promise<{ done: object; thrown: string | null }> {
  try {
    return { done: await VERBS[task.verb](task, new Date(task.at)), thrown: null }
  } catch (error) {
    if (!task.crash) throw error
    return { done: {}, thrown: (error as Error).message }
  }
}

const say = (office: OfficeMessage['office']) => process.send!({ office })

process.on('message', (task: Task) => {
  answer(task).then(say, (error: Error) => say({ error: error.stack ?? error.message }))
})
process.on('disconnect', () => process.exit())
say({ ready: true })
