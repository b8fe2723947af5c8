import type { HttpContext } from '@adonisjs/core/http'
import { portalHome } from '#app/portal/portal_home'

/** The first page of an association. */
export default class PortalHomeController {
  async show({ view }: HttpContext) {
    return view.render('portal/home', { home: await portalHome() })
  }
}
