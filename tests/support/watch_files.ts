import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import type { Die, Next } from '#tests/support/watch_writes'

/** Bytes of a file that is half written. */
const HALF = 100

export function watchFiles(next: Next, die: Die): void {
  const { writeFile, rename } = fs
  fs.writeFile = async (...args: Parameters<typeof writeFile>) => {
    const [path, bytes] = args
    const moment = next(`file ${String(path)}`, 'cut')
    if (moment === 'before') die()
    const half = moment === 'during' || moment === 'full'
    if (half) await writeFile(path, (bytes as Uint8Array).subarray(0, HALF))
    else await writeFile(...args)
    if (moment === 'full') throw diskFull(path)
    if (moment) die()
  }
  fs.rename = async (from, to) => {
    const moment = next(`rename ${String(to)}`, 'cut')
    if (moment === 'before') die()
    if (moment === 'full') throw diskFull(to)
    await rename(from, to)
    if (moment) die()
  }
  syncBuiltinESMExports()
}

function diskFull(path: unknown): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, write '${String(path)}'`), {
    code: 'ENOSPC',
  })
}
