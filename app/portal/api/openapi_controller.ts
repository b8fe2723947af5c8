import type { HttpContext } from '@adonisjs/core/http'
import { OPENAPI } from '#app/portal/api/openapi'
import { appUrl } from '#start/env'

/** GET /api/v1/openapi.json: what the interface is, for whoever writes the software. */
export default class OpenapiController {
  async show({ response }: HttpContext) {
    return response.json({ ...OPENAPI, servers: [{ url: appUrl }] })
  }
}
