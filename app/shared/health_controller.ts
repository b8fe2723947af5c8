import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'

/** Says to a probe whether the process can serve, and nothing else: anybody may ask. */
export default class HealthController {
  async show({ response }: HttpContext) {
    try {
      // A table of the schema, and not only a server that answers.
      await db.rawQuery('SELECT FROM users LIMIT 1')
      return response.json({ status: 'ok' })
    } catch {
      return response.status(503).json({ status: 'ko' })
    }
  }
}
