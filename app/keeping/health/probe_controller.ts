import type { HttpContext } from '@adonisjs/core/http'
import { AILMENTS, ailments } from '#app/keeping/health/ailments'

const STATUS = 503

/** Says to a probe whether the installation can serve, and in a word what is wrong: anybody may ask. */
export default class ProbeController {
  async show({ request, response, view }: HttpContext) {
    const found = await ailments()
    if (found.length === 0) return response.json({ status: 'ok' })
    response.status(STATUS)
    const reasons = found.map((code) => ({ code, message: AILMENTS[code] }))
    if (request.accepts(['json', 'html']) === 'json')
      return response.json({ status: 'ko', reasons })
    const page = {
      code: 'INDISPONIBLE',
      message: 'Service indisponible',
      remedy: `${found.map((code) => AILMENTS[code]).join(' ')} Réessayez dans quelques minutes.`,
    }
    return view.render('errors/page', { page, status: STATUS })
  }
}
