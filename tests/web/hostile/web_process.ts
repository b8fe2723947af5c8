import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { appKey } from '#start/env'
import { freePort } from '#tests/support/fleet'
import { usualDatabaseUrl } from '#tests/support/test_database'

/** A second web server, as in production, on the database of this test: the same sessions, other memory. */
export interface WebProcess {
  url: string
  /** Whether it still runs. */
  alive: () => boolean
  /** Memory that it holds, in bytes. */
  memory: () => Promise<number>
  /** Names of the files that wait in its folders. */
  waitingFiles: () => Promise<string[]>
  close: () => Promise<void>
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const READY_WITHIN_MS = 60_000

export async function startWebProcess(): Promise<WebProcess> {
  const storage = await mkdtemp(join(tmpdir(), 'reversement-web-'))
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--no-warnings=ExperimentalWarning', '--import', '@poppinss/ts-exec', 'bin/server.ts'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: 'localhost',
        PORT: String(port),
        DATABASE_URL: usualDatabaseUrl(),
        APP_KEY: appKey,
        STORAGE_PATH: storage,
        TMPDIR: storage,
      },
    }
  )
  const url = `http://localhost:${port}`
  const alive = () => child.exitCode === null && child.signalCode === null
  await untilReady(url, alive)
  return {
    url,
    alive,
    async memory() {
      const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(child.pid)])
      return Number(stdout) * 1024
    },
    async waitingFiles() {
      const found = await readdir(storage, { recursive: true, withFileTypes: true })
      return found.filter((entry) => entry.isFile()).map(({ name }) => name)
    },
    async close() {
      if (alive()) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(storage, { recursive: true })
    },
  }
}

async function untilReady(url: string, alive: () => boolean): Promise<void> {
  for (const start = Date.now(); Date.now() < start + READY_WITHIN_MS; await setTimeout(50)) {
    if (!alive()) break
    if (
      await fetch(`${url}/sante`).then(
        ({ ok }) => ok,
        () => false
      )
    )
      return
  }
  throw new Error('The web process does not answer')
}
