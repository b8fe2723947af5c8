import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'

/** Says whether the process can serve: one query to the database. */
export default class HealthController {
  async show({ response }: HttpContext) {
    await db.rawQuery('SELECT 1')
    return response.json({ status: 'ok' })
  }
}
