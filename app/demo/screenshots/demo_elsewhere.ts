import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ACE = fileURLToPath(new URL('../../../ace.js', import.meta.url))
const run = promisify(execFile)

/**
 * Has this process, and those that it starts, work in a folder of their own, database included, whatever the
 * installation has; the folder goes at the end.
 */
export async function inDemoFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'reversement-images-'))
  delete process.env.DATABASE_URL
  delete process.env.APP_KEY
  process.env.STORAGE_PATH = folder
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Plays a small demonstration there. */
export async function playDemo(folder: string): Promise<void> {
  await ace('demo', '--saisines', '3000', '--no-serve', '--out', `${folder}/demo`)
}

/** The code that the application of an account shows now. */
export async function codeOf(email: string): Promise<string> {
  return (await ace('accounts:code', email)).trim()
}

async function ace(...parameters: string[]): Promise<string> {
  const node = ['--no-warnings=ExperimentalWarning', ACE, ...parameters]
  const { stdout } = await run(process.execPath, node, { maxBuffer: 64 * 1024 * 1024 })
  return stdout
}
