import { defineConfig } from '@adonisjs/core/bodyparser'

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
    limit: '120mb',
    types: ['multipart/form-data'],
  },
})
