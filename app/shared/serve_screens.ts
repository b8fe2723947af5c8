import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const ENTRY = fileURLToPath(new URL('../../bin/web.js', import.meta.url))
const FIRST_PORT = 3333

export interface Screens {
  url: string
  /** Asks the web process to end. */
  close: () => void
  /** Resolves when the web process has ended, with its status. */
  ended: Promise<number>
}

/**
 * Starts the web process on the port that is asked, or on the first free one from 3333; it ends with this one. Its
 * pages and its works share what the environment says (database, storage, mail).
 */
export async function serveScreens(port?: number): Promise<Screens> {
  const host = process.env.HOST ?? 'localhost'
  const chosen = port ?? Number(process.env.PORT ?? (await freePort(FIRST_PORT, host)))
  const child = spawn(process.execPath, ['--no-warnings=ExperimentalWarning', ENTRY], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, HOST: host, PORT: String(chosen) },
  })
  const close = () => void child.kill('SIGTERM')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close)
  const ended = new Promise<number>((resolve) =>
    child.once('exit', (status) => resolve(status ?? 0))
  )
  return { url: `http://${host}:${chosen}`, close, ended }
}

async function freePort(first: number, host: string): Promise<number> {
  for (let port = first; port < first + 100; port++) {
    if (await isFree(port, host)) return port
  }
  throw new Error(`No free port from ${first} on`)
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
