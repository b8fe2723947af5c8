import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@adonisjs/core/bodyparser'
import { storagePath } from '#start/env'

/** Largest body of a form with files, in bytes. */
export const HEAVIEST = 120 * 1024 * 1024

/** Where a file waits while its form is read: files name people, and nobody else of the machine may read them. */
const received = join(storagePath, 'uploads')

/** A form of ours is small; a file that an office sends may weigh what the intake accepts. */
export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    limit: '256kb',
    types: ['application/x-www-form-urlencoded'],
  },
  json: { convertEmptyStringsToNull: true, limit: '256kb', types: ['application/json'] },
  raw: { limit: '64kb', types: [] },
  multipart: {
    autoProcess: true,
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    maxFields: 200,
    fieldsLimit: '256kb',
    limit: HEAVIEST,
    tmpFileName() {
      mkdirSync(received, { recursive: true, mode: 0o700 })
      return join(received, `recu-${randomUUID()}`)
    },
    types: ['multipart/form-data'],
  },
})
