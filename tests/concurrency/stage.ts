import type { Group } from '@japa/runner/core'
import { resetDatabase } from '#database/reset_database'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { buildWorld, type World } from '#tests/support/world'

/** A world committed once for the group, of which each test gets a copy: connections see each other's writes. */
export function stage(group: Group): {
  world: () => World
  inOwnCopy: (play: () => Promise<void>) => Promise<void>
} {
  let template: TestDatabase
  let world: World
  let copies = 0

  group.setup(async () => {
    template = await createTestDatabase('together')
    world = await inDatabase(template, async () => {
      await resetDatabase()
      return buildWorld()
    })
    return () => template.drop()
  })

  return {
    world: () => world,
    async inOwnCopy(play) {
      const copy = await createTestDatabase(`together_${++copies}`, template)
      try {
        await inDatabase(copy, play)
      } finally {
        await copy.drop()
      }
    },
  }
}
