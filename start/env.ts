/**
 * Environment of the process. Nothing is required to try the product: without DATABASE_URL it runs its own
 * PostgreSQL under `storage/`, and keeps there the key that encrypts bank accounts.
 */
import { Env } from '@adonisjs/core/env'
import { installationKey } from '#start/installation_key'

const root = new URL('../', import.meta.url)

const env = await Env.create(root, {
  NODE_ENV: Env.schema.enum.optional(['development', 'production', 'test'] as const),
  HOST: Env.schema.string.optional({ format: 'host' }),
  PORT: Env.schema.number.optional(),
  LOG_LEVEL: Env.schema.string.optional(),
  DATABASE_URL: Env.schema.string.optional(),
  APP_KEY: Env.schema.string.optional(),
  APP_KEY_PREVIOUS: Env.schema.string.optional(),
  STORAGE_PATH: Env.schema.string.optional(),
  WORKS: Env.schema.boolean.optional(),
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  S3_BUCKET: Env.schema.string.optional(),
  S3_REGION: Env.schema.string.optional(),
  S3_KEY: Env.schema.string.optional(),
  S3_SECRET: Env.schema.string.optional(),
  S3_ENDPOINT: Env.schema.string.optional({ format: 'url', tld: false }),
  SMTP_HOST: Env.schema.string.optional(),
  SMTP_PORT: Env.schema.number.optional(),
  SMTP_USERNAME: Env.schema.string.optional(),
  SMTP_PASSWORD: Env.schema.string.optional(),
  MAIL_FROM: Env.schema.string.optional(),
})

export default env

/** Folder, absolute, where the installation keeps its files: archive, embedded database, generated key. */
export const storagePath = new URL(env.get('STORAGE_PATH', 'storage') + '/', root).pathname

/** Secret of the installation (32 bytes or more): from APP_KEY, or generated once in the storage folder. */
export const appKey = env.get('APP_KEY') ?? installationKey(storagePath, env.get('DATABASE_URL'))

/** Keys that the installation had before, the last one first: they open what `keys:rotate` has not sealed again yet. */
export const previousKeys = env
  .get('APP_KEY_PREVIOUS', '')
  .split(',')
  .map((key) => key.trim())
  .filter(Boolean)

/** Whether this process does the works that wait, beside the pages that it serves if it serves any. */
export const doesWorks = env.get('WORKS', true)

/** Where people reach the screens: links of mails start with it. */
export const appUrl = env.get('APP_URL', `http://localhost:${env.get('PORT', 3333)}`)
