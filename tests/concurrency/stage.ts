import type { Group } from '@japa/runner/core'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { aWorld, type World } from '#tests/support/world'

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
    world = await inDatabase(template, () => aWorld())
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
