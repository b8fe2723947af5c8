import type { HttpContext } from '@adonisjs/core/http'
import { issuedLineId } from '#app/statements/explanation/issued_line_id'
import { found, idOf } from '#app/shared/screens/not_found'

/** A line by the number that its statement prints: it leads to its reasons. */
export default class StatementLinesController {
  async show({ params, response }: HttpContext) {
    const lineId = found(await issuedLineId(idOf(params.id), idOf(params.number)))
    return response.redirect().status(303).toPath(`/lignes/${lineId}`)
  }
}
