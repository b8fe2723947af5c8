import type { HttpContext } from '@adonisjs/core/http'
import { typedForm } from '#app/portal/forms/typed_form'
import { saveFormDraft } from '#app/returns/save_form_draft'
import { isRefused } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

/** A form to finish later. */
export default class FormDraftsController {
  async store(ctx: HttpContext) {
    const { desk, cells } = await typedForm(ctx)
    const { id } = desk.saisine
    const saved = await saveFormDraft(ctx.auth.user!, id, cells)
    if (isRefused(saved)) return refuseBack(ctx, saved, `/mes-fiches/${id}`)
    say(ctx, 'Brouillon enregistré\u00a0: la fiche n’est pas encore envoyée.')
    return ctx.response.redirect().status(303).toPath(`/mes-fiches/${id}`)
  }
}
