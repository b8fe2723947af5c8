import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { appKey } from '#start/env'
import { row } from '#app/shared/rows'
import type { TestDatabase } from '#tests/support/test_database'

export interface Ship {
  pid: number
  url: string
  kill: () => Promise<void>
}

const entry = (name: string) => fileURLToPath(new URL(`../../bin/${name}.js`, import.meta.url))

/** More than a process takes to start on a busy machine. */
const PATIENCE_MS = 60_000

/**
 * Starts a process of the application as its administrator would, on that database: it serves pages and does no work,
 * or does the works and serves no page.
 */
export function startShip(
  kind: 'web' | 'worker',
  { database, storage, port = 0 }: { database: TestDatabase; storage: string; port?: number }
): Ship {
  const child = spawn(process.execPath, ['--no-warnings=ExperimentalWarning', entry(kind)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'fatal',
      HOST: 'localhost',
      PORT: String(port),
      WORKS: 'false',
      DATABASE_URL: database.url,
      APP_KEY: appKey,
      STORAGE_PATH: storage,
    },
  })
  return {
    pid: child.pid!,
    url: `http://localhost:${port}`,
    kill: () => killed(child),
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** A port that nobody listens to. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

/** The one of them whose connection was last heard. */
export async function heardLast(ships: readonly Ship[], what: string): Promise<Ship> {
  const names = ships.map(({ pid }) => `reversement ${pid}`)
  const last = await row<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = ANY (?) AND query ~ ? ORDER BY query_start DESC LIMIT 1`,
    [names, what]
  )
  return ships.find(({ pid }) => last?.name === `reversement ${pid}`)!
}

/** Looks again and again until it holds. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const start = Date.now(); Date.now() < start + PATIENCE_MS; await setTimeout(25)) {
    if (await holds()) return
  }
  throw new Error(`Waited in vain: ${what}`)
}
