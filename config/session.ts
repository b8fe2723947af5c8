import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'

/** Sessions are rows, so that they can be listed, and ended at once. */
const sessionConfig = defineConfig({
  enabled: true,
  cookieName: 'reversement',
  clearWithBrowser: true,
  age: '8h',
  cookie: { path: '/', httpOnly: true, secure: app.inProduction, sameSite: 'lax' },
  store: 'database',
  stores: { database: stores.database({ tableName: 'sessions' }) },
})

export default sessionConfig
