import { isDeepStrictEqual } from 'node:util'
import type { Assert } from '@japa/assert'
import { drop, take, type Scene } from '#tests/crash/scene'
import type { Stage } from '#tests/crash/stage'
import { startOffice, type Killed, type Office, type Reply, type Verb } from '#tests/support/office'
import type { Books } from '#tests/support/books'
import { FAULTS, type Crash } from '#tests/support/watch_writes'

/** Signs shown of each part that differs: enough to see what to look for. */
const SHOWN = 400
/** What a process whose write failed may say of it, and nothing else. */
const EXPECTED = /no space left on device|cannot write file|connection|terminated/i

export interface Attack {
  verb: Verb
  /** Which of its writes to strike. */
  points: (writes: readonly string[]) => Crash[]
  /** Whether another process is at the same work when one dies; else it comes after. */
  alongside?: boolean
}

/** The verb done once, and once more, with nothing in its way. */
interface Reference {
  before: Books
  once: Reply
  again: Reply
}

/**
 * Strikes a process at many of its writes, has its work taken up (by another one when it is dead), and compares the
 * books and the archive with those of a process that nobody struck.
 */
export async function survive(
  assert: Assert,
  { offices }: Stage,
  scene: Scene,
  attack: Attack
): Promise<void> {
  const reference = await undisturbed(scene, attack.verb, offices[0]!)
  assert.deepEqual(reference.once.refused, [])
  assert.deepEqual(reference.once.books.breaches, [])
  const points = attack.points(reference.once.writes)
  const wrong: string[] = []
  const lane = async (office: Office) => {
    for (let crash = points.pop(); crash; crash = points.pop())
      wrong.push(...(await struck(scene, attack, crash, office, reference)))
  }
  await Promise.all(offices.map(lane))
  assert.deepEqual(wrong, [])
}

async function undisturbed(scene: Scene, verb: Verb, office: Office): Promise<Reference> {
  const order = await take(scene, verb)
  try {
    const { books: before } = (await office.do({ ...order, verb: 'read' })) as Reply
    const once = (await office.do({ ...order, verb })) as Reply
    const again = (await office.do({ ...order, verb })) as Reply
    return { before, once, again }
  } finally {
    await drop(order)
  }
}

/** What is wrong after one strike and one resumption: nothing, or the parts of the books that differ. */
async function struck(
  scene: Scene,
  { verb, alongside }: Attack,
  crash: Crash,
  office: Office,
  { before, once, again }: Reference
): Promise<string[]> {
  const order = await take(scene, `${verb}_${crash.at}_${crash.moment}`)
  const lives = FAULTS.some((fault) => fault === crash.moment)
  const victim = lives ? office : await startOffice()
  try {
    const striking = victim.do({ ...order, verb, crash })
    const meanwhile = alongside ? await office.do({ ...order, verb }) : null
    const end = await striking
    await order.database.quiet()
    const { books: left } = (meanwhile ?? (await office.do({ ...order, verb: 'read' }))) as Reply
    const resumed = (await office.do({ ...order, verb })) as Reply

    const was = isDeepStrictEqual(left, once.books) ? again : once
    const where = `${crash.moment} ${crash.at}, ${told(end, once.writes[crash.at - 1])}`
    return [
      ...said(end, lives),
      ...(verb === 'issue' ? [] : halves(left, before, once.books)),
      ...breaches(left),
      ...differences(resumed.books, was.books),
      ...(isDeepStrictEqual(resumed.refused, was.refused)
        ? []
        : [`answers ${JSON.stringify(resumed.refused)}`]),
    ].map((fault) => `${where}: ${fault}`)
  } finally {
    if (!lives) await victim.close()
    await drop(order)
  }
}

function told(end: Reply | Killed, write: string | undefined): string {
  return 'killedAt' in end ? end.killedAt : (write ?? 'no write')
}

/** A process that lives must have said that its write failed. */
function said(end: Reply | Killed, lives: boolean): string[] {
  if (!lives || 'killedAt' in end) return []
  if (end.thrown === null) return ['the failed write was not noticed']
  return EXPECTED.test(end.thrown) ? [] : [`it threw « ${end.thrown} »`]
}

/** A verb of one transaction leaves all or nothing; a file may be there before its row. */
function halves(left: Books, before: Books, whole: Books): string[] {
  const rowsOf = ({ files, ...rest }: Books) => rest
  const sound = [before, whole].some((books) => isDeepStrictEqual(rowsOf(left), rowsOf(books)))
  return sound ? [] : ['half of it is written', ...differences(left, before)]
}

function breaches({ breaches: found }: Books): string[] {
  return (found as object[]).map((breach) => JSON.stringify(breach))
}

function differences(found: Books, expected: Books): string[] {
  return Object.keys(expected)
    .filter((part) => !isDeepStrictEqual(found[part], expected[part]))
    .map((part) => `${part} ${shown(found[part])} instead of ${shown(expected[part])}`)
}

function shown(part: unknown): string {
  return JSON.stringify(part).slice(0, SHOWN)
}
