import type { Assert } from '@japa/assert'
import { drop, take, type Scene } from '#tests/crash/scene'
import { killPoints } from '#tests/crash/kill_points'
import { startOffice, type Reply, type Task } from '#tests/support/office'
import type { Crash } from '#tests/support/watch_writes'

/** Processes at work at once. */
const LANES = 2

/**
 * Kills a process at many of its writes, has another one take up its work, and compares the books and the archive
 * with those of a process that nobody killed.
 */
export async function survive(
  assert: Assert,
  scene: Scene,
  verb: Task['verb'],
  most: number
): Promise<void> {
  const whole = await uninterrupted(scene, verb)
  assert.deepEqual(whole.refused, [])
  assert.deepEqual(whole.books.breaches, [])
  const points = killPoints(whole.writes, most)
  const lane = async () => {
    const heir = await startOffice()
    try {
      for (let crash = points.pop(); crash; crash = points.pop()) {
        const { killedAt, between, after } = await interrupted(scene, verb, crash, heir)
        const when = `${crash.moment} ${crash.at}: ${killedAt}`
        assert.deepEqual(between.books.breaches, [], when)
        assert.deepEqual(masked(after.books), masked(whole.books), when)
      }
    } finally {
      points.length = 0
      await heir.close()
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const { reason } of lanes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]) throw reason
}

async function uninterrupted(scene: Scene, verb: Task['verb']): Promise<Reply> {
  const order = await take(scene, verb)
  const reply = (await scene.office.do({ ...order, verb })) as Reply
  await drop(order)
  return reply
}

async function interrupted(scene: Scene, verb: Task['verb'], crash: Crash, heir: Scene['office']) {
  const order = await take(scene, `${verb}_${crash.at}_${crash.moment}`)
  try {
    const victim = await startOffice()
    const end = await victim.do({ ...order, verb, crash })
    await victim.close()
    const between = (await heir.do({ ...order, verb: 'read' })) as Reply
    const after = (await heir.do({ ...order, verb })) as Reply
    return { killedAt: 'killedAt' in end ? end.killedAt : 'not killed', between, after }
  } finally {
    await drop(order)
  }
}

function masked(x: unknown) { return JSON.parse(JSON.stringify(x).replaceAll(/[0-9a-f]{64}/g, 'X').replaceAll(/"size_bytes":\d+/g, '"size_bytes":0')) }
