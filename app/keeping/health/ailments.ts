import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pendingMigrations } from '#app/keeping/health/read_health'
import { row } from '#app/shared/rows'
import { storagePath } from '#start/env'

/** Why the installation cannot serve, in words that tell nothing of how it is made: anybody may read them. */
export const AILMENTS = {
  database: 'La base de données ne répond pas.',
  schema: 'La base de données n’est pas à jour.',
  works: 'Les travaux attendent et personne ne les fait.',
  disk: 'Le disque ne se laisse pas écrire.',
} as const

export type Ailment = keyof typeof AILMENTS

/** More than a database that lives takes to answer; a probe gives up soon after. */
const PATIENCE_MS = 3000

/** What the disk is asked to take: a page of it. */
const PAGE = Buffer.alloc(4096)

/** All that keeps the installation from serving; nothing when it is well. */
export async function ailments(): Promise<Ailment[]> {
  const told = await Promise.all([ofDatabase(), ofDisk()])
  return told.flat()
}

async function ofDatabase(): Promise<Ailment[]> {
  const silence = new AbortController()
  try {
    return await Promise.race([
      looked(),
      setTimeout(PATIENCE_MS, ['database'] as Ailment[], { signal: silence.signal }),
    ])
  } catch {
    return ['database']
  } finally {
    silence.abort()
  }
}

async function looked(): Promise<Ailment[]> {
  if (!(await row<{ laid: boolean }>(LAID))!.laid || (await pendingMigrations()) !== 0) {
    return ['schema']
  }
  return (await row(STUCK)) ? ['works'] : []
}

const LAID = `SELECT to_regclass('public.works') IS NOT NULL AND to_regclass('public.adonis_schema') IS NOT NULL AS laid`

/** Nobody takes it up, or who did has given no end for longer than the queue lets it. */
const STUCK = `
  SELECT FROM works WHERE ended_at IS NULL
    AND created_at < now() - CASE WHEN state = 'queued' THEN interval '30 minutes' ELSE interval '4 hours' END LIMIT 1`

async function ofDisk(): Promise<Ailment[]> {
  const path = join(storagePath, `.sante-${process.pid}`)
  try {
    await mkdir(storagePath, { recursive: true })
    await writeFile(path, PAGE)
    await rm(path)
    return []
  } catch {
    return ['disk']
  }
}
