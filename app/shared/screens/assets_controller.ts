import type { HttpContext } from '@adonisjs/core/http'
import { asset } from '#app/shared/screens/assets'
import { found } from '#app/shared/screens/not_found'

/** Style, script, letters and icon of the pages. */
export default class AssetsController {
  async show({ params, request, response }: HttpContext) {
    const { type, bytes, brotli } = found(asset(String(params.name)))
    response.header('content-type', type)
    response.header('cache-control', 'public, max-age=31536000, immutable')
    response.header('vary', 'accept-encoding')
    if (!brotli || !(request.header('accept-encoding') ?? '').includes('br'))
      return response.send(bytes)
    response.header('content-encoding', 'br')
    return response.send(brotli)
  }
}
