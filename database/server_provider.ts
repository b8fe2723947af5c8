import type { ApplicationService } from '@adonisjs/core/types'
import { embeddedServer } from '#database/connection'
import { ensureDatabase } from '#database/ensure_database'

/**
 * Has a PostgreSQL ready before the first query: starts or joins the embedded server when the installation has
 * no other, and leaves it when the process ends. Without a database nothing can be done: one sentence, and out.
 */
export default class ServerProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    try {
      await embeddedServer?.acquire()
      await ensureDatabase({ mayCreate: embeddedServer !== null || this.app.inTest })
    } catch (error) {
      process.stderr.write(`✗ ${(error as Error).message}\n`)
      process.exit(1)
    }
  }

  async shutdown() {
    await embeddedServer?.release()
  }
}
