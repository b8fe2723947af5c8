import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import adonisrc from '../adonisrc.js'

/** What runs beside the other suites: about as long each as all that are left, and each often waits for a server. */
const APART = [['web'], ['scenario', 'crash', 'concurrency']]

/**
 * Runs all the suites in a few processes side by side, since one of them keeps one core busy at most: each with its own
 * storage, its own embedded server or its own database. What the others say is shown once the first has ended.
 */
export async function runLanes(): Promise<void> {
  const others = adonisrc
    .tests!.suites.map(({ name }) => name)
    .filter((name) => !APART.flat().includes(name))
  const first = lane(others, 'inherit', {})
  const rest = APART.map((suites) => lane(suites, 'pipe', apart(suites[0]!)))
  const said = rest.map(({ stdout }) => text(stdout!))
  const ended = await Promise.all([first, ...rest].map((process) => once(process, 'exit')))
  for (const one of said) process.stdout.write(await one)
  process.exitCode = ended.every(([code]) => code === 0) ? 0 : 1
}

function lane(suites: string[], stdout: 'inherit' | 'pipe', env: NodeJS.ProcessEnv) {
  const program = fileURLToPath(new URL('test.ts', import.meta.url))
  return spawn(process.execPath, [...process.execArgv, program, ...suites], {
    stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, ...env },
  })
}

/** What a lane does not share. */
function apart(name: string): NodeJS.ProcessEnv {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) return { TEST_LANE: name }
  const url = new URL(DATABASE_URL)
  url.pathname += `_${name}`
  return { TEST_LANE: name, DATABASE_URL: url.href }
}
