import type { HttpContext } from '@adonisjs/core/http'
import { healthRows } from '#app/keeping/health/health_rows'
import { readHealth } from '#app/keeping/health/read_health'

/** How the installation is, for those who keep it. */
export default class InstallationController {
  async show({ view }: HttpContext) {
    const health = await readHealth()
    return view.render('keeping/installation', {
      rows: healthRows(health),
      versions: health.versions,
    })
  }
}
