import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nextTargetDay } from '#app/payments/target_calendar'
import { addDays, parisDay } from '#app/shared/day'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import type { Task } from '#tests/support/office'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

/** The moment before the curtain: a database and an archive that every take starts from. */
export interface Scene extends Omit<Task, 'crash' | 'verb' | 'database'> {
  database: TestDatabase
}

/** What a scene is about, once it is prepared in its database. */
export type Subject = Pick<Task, 'runId' | 'importId' | 'file'>

/** A small federation, of which each scene starts from a copy. */
export interface Federation {
  database: TestDatabase
  world: World
}

export async function buildFederation(): Promise<Federation> {
  const database = await createTestDatabase('federation')
  const world = await inDatabase(database, () => aWorld({ associations: 3, saisines: 24 }))
  return { database, world }
}

/** Prepares a scene in a copy of the federation, to be dropped. */
export async function setScene(
  { database: template, world }: Federation,
  prepare: (world: World) => Promise<Subject>
): Promise<Scene> {
  const database = await createTestDatabase('scene', template)
  const archive = await mkdtemp(join(tmpdir(), 'reversement-scene-'))
  const subject = await inDatabase(database, () => prepare(world))
  const { coordinator, finance, approver } = world.people
  const at = addDays(parisDay(world.at), 1)
  return {
    ...subject,
    database,
    archive,
    people: { coordinator: coordinator.id, finance: finance.id, approver: approver.id },
    at: `${at}T09:00:00Z`,
    executionDate: nextTargetDay(at),
  }
}

/** Prepares a scene around a run of AMF-2021 in that state. */
export function runScene(federation: Federation, state: Parameters<typeof runIn>[1]) {
  return setScene(federation, async (world) => ({ runId: (await runIn(world, state)).id }))
}

/** A copy of the scene, to be dropped; `name` tells it from the others. */
export async function take(scene: Scene, name: string): Promise<Scene> {
  const archive = `${scene.archive}-${name}`
  await cp(scene.archive, archive, { recursive: true })
  const database = await createTestDatabase(`take_${name}`, scene.database)
  return { ...scene, database, archive }
}

export async function drop({ database, archive }: Scene): Promise<void> {
  await database.drop()
  await rm(archive, { recursive: true })
}
