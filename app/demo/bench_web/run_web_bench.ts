import { loadavg } from 'node:os'
import { benchWorld, type BenchWish } from '#app/demo/bench/bench_world'
import { inScratchDatabase } from '#app/shared/scratch_database'
import { inScratchFolder } from '#app/shared/scratch_folder'
import { crowd, timePages, type PageTimes } from '#app/demo/bench_web/time_pages'
import { BARE, webPages } from '#app/demo/bench_web/web_pages'
import { WebSession } from '#app/demo/bench_web/web_session'
import { openDemoEntrance } from '#app/demo/demo_entrance'
import { granted } from '#app/demo/granted'
import { playImports } from '#app/demo/play_imports'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import { rows } from '#app/shared/rows'
import type { Refused } from '#app/shared/result'
import { serveScreens, type Screens } from '#app/shared/serve_screens'
import { databaseConnection } from '#database/connection'

/** People who ask for the home at the same time. */
const CROWD = 8

export interface WebBench {
  load: number
  saisines: number
  forms: number
  bare: PageTimes
  pages: PageTimes[]
  /** Pages a second for a crowd: the home, and the bare route. */
  perSecond: { home: number; bare: number; people: number }
}

/** Fills a database apart, serves it, and measures the pages as browsers ask for them. */
export function runWebBench(wish: BenchWish): Promise<WebBench | Refused> {
  return inScratchFolder((folder) =>
    inScratchDatabase<WebBench>('bench', async (database) => {
      const { saisines, forms } = await fill(wish, folder)
      wish.watch('Écrans')
      const screens = await serveFrom(database)
      try {
        return { saisines, forms, ...(await measure(screens.url, wish)) }
      } finally {
        screens.close()
        await screens.ended
        wish.watch('')
      }
    })
  )
}

async function fill(wish: BenchWish, folder: string) {
  const world = await benchWorld(wish, folder)
  const { people, files, at, until, terms } = world
  await openDemoEntrance(Object.values(people))
  await playImports(files, people, at, (done, total) => wish.watch('Imports', done, total))
  wish.watch('Campagne')
  const preparedBy = people.finance.id
  const run = granted(await createRun({ conventionCode: terms.code, until, preparedBy }))
  granted(await calculateRun(run.id, preparedBy, at))
  await rows('ANALYZE')
  return world
}

async function measure(url: string, { watch }: BenchWish) {
  const sessions = Array.from({ length: CROWD }, () => new WebSession(url))
  await untilServed(sessions[0]!)
  for (const session of sessions) await session.enter('finance@example.org')
  const pages = await webPages()
  const load = loadavg()[0]!
  const timed = await timePages(sessions[0]!, pages, (done) => watch('Pages', done, pages.length))
  const perSecond = {
    home: await crowd(sessions, '/'),
    bare: await crowd(sessions, BARE.path),
    people: CROWD,
  }
  return { load, ...timed, perSecond }
}

/** The web process reads where its database is in its environment. */
async function serveFrom(database: string): Promise<Screens> {
  const before = process.env.DATABASE_URL
  process.env.DATABASE_URL = urlOf(database)
  try {
    return await serveScreens()
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = before
  }
}

function urlOf(database: string): string {
  const { connectionString, host, port, user } = databaseConnection()
  const url = new URL(connectionString ?? `postgres://${user}@localhost:${port}/`)
  // The embedded server listens on a socket: its folder takes the place of a machine.
  if (!connectionString) url.searchParams.set('host', host!)
  url.pathname = `/${database}`
  return url.href
}

async function untilServed(session: WebSession): Promise<void> {
  for (let left = 120; ; left--) {
    try {
      await session.time(BARE.path)
      return
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
