import type { HttpContext } from '@adonisjs/core/http'
import { readRegister } from '#app/keeping/privacy/read_register'

/** The register of processing activities, as it is now. */
export default class RegisterController {
  async show({ view }: HttpContext) {
    return view.render('keeping/register', { register: await readRegister() })
  }
}
