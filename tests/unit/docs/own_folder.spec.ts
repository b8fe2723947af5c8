import { test } from '@japa/runner'
import { storagePath } from '#start/env'
import { databaseConnection } from '#database/connection'

test('les essais ont leur dossier et leur base : ceux de qui travaille ne sont pas touchés', ({
  assert,
}) => {
  const { database, connectionString } = databaseConnection()
  assert.match(storagePath, /\/tests\//)
  assert.match(database ?? new URL(connectionString!).pathname, /_test$/)
})
