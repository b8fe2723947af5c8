import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import adonisrc from '../adonisrc.js'

/** About as long as all the others together. */
const ALONE = 'web'

/**
 * Runs all the suites in two processes side by side, since one of them keeps one core busy: each with its own
 * storage, its own embedded server or its own database. What the second says is shown once the first has ended.
 */
export async function runLanes(): Promise<void> {
  const others = adonisrc.tests!.suites.map(({ name }) => name).filter((name) => name !== ALONE)
  const first = lane(others, 'inherit', {})
  const second = lane([ALONE], 'pipe', apart())
  const said = text(second.stdout!)
  const [[code]] = await Promise.all([once(first, 'exit'), once(second, 'exit')])
  process.stdout.write(await said)
  process.exitCode = code === 0 && second.exitCode === 0 ? 0 : 1
}

function lane(suites: string[], stdout: 'inherit' | 'pipe', env: NodeJS.ProcessEnv) {
  const program = fileURLToPath(new URL('test.ts', import.meta.url))
  return spawn(process.execPath, [...process.execArgv, program, ...suites], {
    stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, ...env },
  })
}

/** Where the second lane keeps what is its own. */
function apart(): NodeJS.ProcessEnv {
  const { STORAGE_PATH = 'storage', DATABASE_URL } = process.env
  const own = { STORAGE_PATH: `${STORAGE_PATH}/${ALONE}_tests` }
  if (!DATABASE_URL) return own
  const url = new URL(DATABASE_URL)
  url.pathname += `_${ALONE}`
  return { ...own, DATABASE_URL: url.href }
}
