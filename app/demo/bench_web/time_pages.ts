import { BARE, type WebPage } from '#app/demo/bench_web/web_pages'
import type { WebSession } from '#app/demo/bench_web/web_session'

const WARM_UPS = 3
const TIMES = 50
const CROWD_SECONDS = 5

export interface PageTimes extends WebPage {
  /** Milliseconds that half, nineteen in twenty, and ninety-nine in a hundred of the answers take at most. */
  p50: number
  p95: number
  p99: number
  /** The same of the reading alone, in this process; null for a page that is more than a list. */
  alone: { p99: number } | null
}

/** Asks for each page again and again, one at a time; the bare route between them all, so that both see the same load. */
export async function timePages(
  session: WebSession,
  pages: readonly WebPage[],
  progress: (done: number) => void
): Promise<{ bare: PageTimes; pages: PageTimes[] }> {
  const bare: number[] = []
  const timed: PageTimes[] = []
  for (const page of pages) {
    for (let i = 0; i < WARM_UPS; i++) await session.time(page.path)
    const times: number[] = []
    const alone: number[] = []
    for (let i = 0; i < TIMES; i++) {
      times.push(await session.time(page.path))
      bare.push(await session.time(BARE.path))
      if (page.read) alone.push(await timeOf(page.read))
    }
    timed.push({
      ...page,
      ...percentiles(times),
      alone: page.read ? percentiles(alone) : null,
    })
    progress(timed.length)
  }
  return { bare: { ...BARE, ...percentiles(bare), alone: null }, pages: timed }
}

async function timeOf(read: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await read()
  return performance.now() - started
}

/** Pages a second when several people ask for the same one without a pause. */
export async function crowd(sessions: readonly WebSession[], path: string): Promise<number> {
  const end = performance.now() + CROWD_SECONDS * 1000
  let served = 0
  await Promise.all(
    sessions.map(async (session) => {
      while (performance.now() < end) {
        await session.time(path)
        served++
      }
    })
  )
  return served / CROWD_SECONDS
}

function percentiles(times: number[]): { p50: number; p95: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
