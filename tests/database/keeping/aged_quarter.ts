import { join } from 'node:path'
import type { Group } from '@japa/runner/core'
import { row } from '#app/shared/rows'
import { inScratchFolder } from '#app/shared/scratch_folder'
import { runIn } from '#tests/support/run_in'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { aWorld, type World } from '#tests/support/world'

export interface AgedQuarter {
  world: () => World
  /** Folder of the archive of documents, one for the group. */
  archive: () => string
  /** Plays with the application in a copy of the database, to be dropped. */
  inCopy: (play: (copy: TestDatabase) => Promise<void>) => Promise<void>
  admin: () => Promise<number>
}

/** From where the quarter is looked at: its terms are over. */
export const LATER = new Date('2029-03-01T10:00:00Z')

/** Once for a group: a quarter of 2026 that was issued. */
export function agedQuarter(group: Group): AgedQuarter {
  let template: TestDatabase
  let world: World
  let archive: string
  let copies = 0

  group.setup(async () => {
    template = await createTestDatabase('aged')
    let leave: () => void
    const left = new Promise<void>((resolve) => (leave = resolve))
    // The archive of documents is that of the group until its end.
    await new Promise<void>((ready, fail) => {
      void inScratchFolder(async (folder) => {
        archive = join(folder, 'archive')
        await inDatabase(template, async () => {
          world = await aWorld()
          await runIn(world, 'issued')
        })
        ready()
        await left
      }).catch(fail)
    })
    return async () => {
      leave()
      await template.drop()
    }
  })

  return {
    world: () => world,
    archive: () => archive,
    async inCopy(play) {
      const copy = await createTestDatabase(`aged_${++copies}`, template)
      try {
        await inDatabase(copy, () => play(copy))
      } finally {
        await copy.drop()
      }
    },
    admin: async () => (await row<{ id: number }>(`SELECT id FROM users WHERE role = 'admin'`))!.id,
  }
}
