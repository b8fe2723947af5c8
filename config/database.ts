import { defineConfig } from '@adonisjs/lucid'
import { databaseConnection } from '#database/connection'

export default defineConfig({
  connection: 'postgres',
  connections: {
    postgres: {
      client: 'pg',
      connection: databaseConnection(),
      pool: { min: 0, max: 24 },
      migrations: { naturalSort: true, paths: ['database/migrations'] },
      schemaGeneration: { enabled: true, rulesPaths: ['./database/schema_rules.ts'] },
    },
  },
})
