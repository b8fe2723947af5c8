import { isDeepStrictEqual } from 'node:util'
import type { Assert } from '@japa/assert'
import { drop, take, type Scene } from '#tests/crash/scene'
import { startOffice, type Reply, type Task } from '#tests/support/office'
import type { Crash } from '#tests/support/watch_writes'

/** Processes killed at once. */
const LANES = 2
/** Signs shown of each part that differs: enough to see what to look for. */
const SHOWN = 400

export interface Attack {
  verb: Task['verb']
  /** Which of its writes to die at. */
  points: (writes: readonly string[]) => Crash[]
  /** Whether another process is at the same work when one dies; else it comes after. */
  alongside?: boolean
}

/**
 * Kills a process at many of its writes, has another one take up its work, and compares the books and the archive
 * with those of a process that nobody killed.
 */
export async function survive(assert: Assert, scene: Scene, attack: Attack): Promise<void> {
  const whole = await uninterrupted(scene, attack.verb)
  assert.deepEqual(whole.refused, [])
  assert.deepEqual(whole.books.breaches, [])
  const points = attack.points(whole.writes)
  const faults: string[] = []
  const lane = async () => {
    const heir = await startOffice()
    try {
      for (let crash = points.pop(); crash; crash = points.pop()) {
        faults.push(...(await interrupted(scene, attack, crash, heir, whole)))
      }
    } finally {
      await heir.close()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  assert.deepEqual(faults, [])
}

async function uninterrupted(scene: Scene, verb: Task['verb']): Promise<Reply> {
  const order = await take(scene, verb)
  const reply = (await scene.office.do({ ...order, verb })) as Reply
  await drop(order)
  return reply
}

/** What is wrong after one death and one succession: nothing, or the parts of the books that differ. */
async function interrupted(
  scene: Scene,
  { verb, alongside }: Attack,
  crash: Crash,
  heir: Scene['office'],
  whole: Reply
): Promise<string[]> {
  const order = await take(scene, `${verb}_${crash.at}_${crash.moment}`)
  const victim = await startOffice()
  try {
    const dying = victim.do({ ...order, verb, crash })
    const meanwhile = alongside ? await heir.do({ ...order, verb }) : null
    const end = await dying
    const { books: left } = (meanwhile ?? (await heir.do({ ...order, verb: 'read' }))) as Reply
    const { books: after } = (await heir.do({ ...order, verb })) as Reply
    const where = `${crash.moment} ${crash.at}, ${'killedAt' in end ? end.killedAt : 'alive'}`
    return [...breaches(left), ...differences(after, whole.books)].map(
      (fault) => `${where}: ${fault}`
    )
  } finally {
    await victim.close()
    await drop(order)
  }
}

function breaches({ breaches: found }: Reply['books']): string[] {
  return (found as object[]).map((breach) => JSON.stringify(breach))
}

function differences(found: Reply['books'], expected: Reply['books']): string[] {
  return Object.keys(expected)
    .filter((part) => !isDeepStrictEqual(found[part], expected[part]))
    .map((part) => `${part} ${told(found[part])} instead of ${told(expected[part])}`)
}

function told(part: unknown): string {
  return JSON.stringify(part).slice(0, SHOWN)
}
