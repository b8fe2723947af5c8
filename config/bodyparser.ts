import { defineConfig } from '@adonisjs/core/bodyparser'

/** Largest body of a form with files, in bytes. */
export const HEAVIEST = 120 * 1024 * 1024

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
    // Files are received by app/shared/screens/sent_files_middleware.ts.
    autoProcess: false,
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    maxFields: 200,
    fieldsLimit: '256kb',
    limit: HEAVIEST,
    types: ['multipart/form-data'],
  },
})
