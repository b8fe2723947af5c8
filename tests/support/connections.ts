import db from '@adonisjs/lucid/services/db'

/** What we touch of the client of the database: its pool, and where the connections to come lead. */
interface Client {
  config: { connection: object }
  pool: { idleTimeoutMillis: number; check: () => void }
}

function client(): Client {
  return db.connection().getWriteClient().client as Client
}

/** Ends the connections that nobody uses. The pool itself stays: the limiter of attempts and others hold it. */
export function endIdleConnections(): void {
  const { pool } = client()
  const usual = pool.idleTimeoutMillis
  pool.idleTimeoutMillis = 0
  pool.check()
  pool.idleTimeoutMillis = usual
}

/** Has the application connect elsewhere from now on; gives where it connected before. */
export function connectTo(settings: object): object {
  const { config } = client()
  const usual = config.connection
  config.connection = settings
  endIdleConnections()
  return usual
}
