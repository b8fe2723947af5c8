import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Reads the key of this installation, and makes one at the first start.
 *
 * With a database of its own (DATABASE_URL) the key must be given by the administrator: a key that was generated
 * on one of several machines would make bank accounts unreadable on the others.
 */
export function installationKey(storage: string, databaseUrl: string | undefined): string {
  const file = join(storage, 'app.key')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (databaseUrl && process.env.NODE_ENV === 'production') {
    throw new Error(
      'APP_KEY est obligatoire avec DATABASE_URL : donnez une clé d’au moins 32 caractères.'
    )
  }
  const key = randomBytes(32).toString('base64url')
  mkdirSync(storage, { recursive: true })
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
    return key
  } catch {
    return readFileSync(file, 'utf8').trim()
  }
}
