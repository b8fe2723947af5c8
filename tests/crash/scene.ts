import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nextTargetDay } from '#app/payments/target_calendar'
import { addDays, parisDay } from '#app/shared/day'
import { resetDatabase } from '#database/reset_database'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { startOffice, type Office, type Task } from '#tests/support/office'
import { runIn } from '#tests/support/run_in'
import { buildWorld } from '#tests/support/world'

export type Order = Omit<Task, 'crash' | 'verb' | 'database'> & { database: TestDatabase }

/** The moment before the curtain: a database and an archive that every take starts from. */
export interface Scene extends Order {
  /** Lives through all the takes. */
  office: Office
}

/** An approved run of a small federation. */
export async function approvedScene(): Promise<Scene> {
  const database = await createTestDatabase('scene')
  const archive = await mkdtemp(join(tmpdir(), 'reversement-scene-'))
  const task = await inDatabase(database, async () => {
    await resetDatabase()
    const world = await buildWorld({ associations: 3, saisines: 24 })
    const run = await runIn(world, 'approved')
    const at = addDays(parisDay(world.at), 1)
    return {
      runId: run.id,
      actorId: world.people.finance.id,
      at: `${at}T09:00:00Z`,
      executionDate: nextTargetDay(at),
    }
  })
  return { ...task, database, archive, office: await startOffice() }
}

/** A copy of the scene, to be dropped; `name` tells it from the others. */
export async function take({ database, archive, ...task }: Order, name: string): Promise<Order> {
  const folder = `${archive}-${name}`
  await cp(archive, folder, { recursive: true })
  const { runId, actorId, at, executionDate } = task
  const copy = await createTestDatabase(`take_${name}`, database)
  return { runId, actorId, at, executionDate, database: copy, archive: folder }
}

export async function drop({ database, archive }: Order): Promise<void> {
  await database.drop()
  await rm(archive, { recursive: true })
}
