import type { HttpContext } from '@adonisjs/core/http'
import { portalHome } from '#app/portal/home/portal_home'
import { parisDay } from '#app/shared/day'

/** The first page of an association. */
export default class PortalHomeController {
  async show({ auth, view }: HttpContext) {
    return view.render('portal/home', {
      home: await portalHome(auth.user!.id, parisDay(new Date())),
    })
  }
}
