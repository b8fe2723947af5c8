import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Group } from '@japa/runner/core'
import { buildFederation, drop, type Federation, type Scene } from '#tests/crash/scene'
import { startOffice, type Office } from '#tests/support/office'
import { writeImports, type ImportFiles } from '#tests/crash/import_files'

/** Offices that work at once, each on its own take. */
const LANES = 2

/** What lives through all the attacks of a group. */
export interface Stage {
  federation: Federation
  offices: Office[]
  files: ImportFiles
  /** Plays in a scene, then drops it. */
  on: (setting: Promise<Scene>, play: (scene: Scene) => Promise<void>) => Promise<void>
}

export function stage(group: Group): () => Stage {
  let opened: Stage
  group.setup(async () => {
    const federation = await buildFederation()
    const folder = await mkdtemp(join(tmpdir(), 'reversement-files-'))
    const files = await writeImports(federation.world, folder)
    const offices = await Promise.all(Array.from({ length: LANES }, startOffice))
    opened = { federation, offices, files, on }
    return async () => {
      for (const office of offices) await office.close()
      await federation.database.drop()
      await rm(folder, { recursive: true })
    }
  })
  return () => opened
}

async function on(setting: Promise<Scene>, play: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await setting
  try {
    await play(scene)
  } finally {
    await drop(scene)
  }
}
