import { createRandom } from '#app/demo/random'
import { DEATHS, FAULTS, type Crash } from '#tests/support/watch_writes'

type Points = (writes: readonly string[]) => Crash[]

/** The instants to kill a process at: before, during and after each of its writes. */
export function deaths(most: number): Points {
  return (writes) => drawn(writes, most, DEATHS)
}

/** Each write, made to fail; a file has no connection that falls. */
export function faults(most: number): Points {
  return (writes) =>
    drawn(
      writes,
      most,
      FAULTS,
      (write, moment) => moment === 'full' || !/^(file|rename) /.test(write)
    )
}

/** With CRASH_ALL=1 all of them, else as many as asked, drawn by SEED. Half are commits: they decide. */
function drawn(
  writes: readonly string[],
  most: number,
  moments: readonly Crash['moment'][],
  possible: (write: string, moment: Crash['moment']) => boolean = () => true
): Crash[] {
  const points = writes.flatMap((write, i) =>
    moments
      .filter((moment) => possible(write, moment))
      .map((moment) => ({ at: i + 1, moment, decides: /^commit/i.test(write) }))
  )
  const seed = process.env.SEED ?? String(Date.now())
  const shuffled = createRandom(`${seed}/kill`).shuffled(points)
  const commits = shuffled.filter(({ decides }) => decides)
  const others = shuffled.filter(({ decides }) => !decides)
  const half = Math.max(Math.ceil(most / 2), most - others.length)
  const kept = process.env.CRASH_ALL
    ? shuffled
    : [...commits.slice(0, half), ...others].slice(0, most)
  console.log(`${kept.length} instants sur ${points.length} (SEED=${seed})`)
  return kept.map(({ at, moment }) => ({ at, moment }))
}
