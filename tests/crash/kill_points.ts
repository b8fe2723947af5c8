import { createRandom } from '#app/demo/random'
import { MOMENTS, type Crash } from '#tests/support/watch_writes'

/**
 * The instants to kill a process at: before, during and after each of its writes, with CRASH_ALL=1, else as many as
 * asked, drawn by SEED. Commits are always there: they decide.
 */
export function killPoints(writes: readonly string[], most: number): Crash[] {
  const points = writes.flatMap((write, i) =>
    MOMENTS.map((moment) => ({ at: i + 1, moment, decides: /commit/i.test(write) }))
  )
  const seed = process.env.SEED ?? String(Date.now())
  const drawn = createRandom(`${seed}/kill`).shuffled(points)
  const chosen = process.env.CRASH_ALL
    ? drawn
    : [...drawn.filter(({ decides }) => decides), ...drawn.filter(({ decides }) => !decides)]
  const kept = process.env.CRASH_ALL ? chosen : chosen.slice(0, most)
  console.log(`${kept.length} arrêts sur ${points.length} possibles (SEED=${seed})`)
  return kept.map(({ at, moment }) => ({ at, moment }))
}
