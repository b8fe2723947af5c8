import type { ApplicationService } from '@adonisjs/core/types'
import { embeddedServer } from '#database/connection'
import { ensureDatabase } from '#database/ensure_database'

/**
 * Has a PostgreSQL ready before the first query: starts or joins the embedded server when the installation has
 * no other, and leaves it when the process ends.
 */
export default class ServerProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    await embeddedServer?.acquire()
    if (embeddedServer || this.app.inTest) await ensureDatabase()
  }

  async shutdown() {
    await embeddedServer?.release()
  }
}
