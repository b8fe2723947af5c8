import type { HttpContext } from '@adonisjs/core/http'
import { formDraft } from '#app/portal/forms/form_draft'
import { formPage } from '#app/portal/forms/form_page'
import { typedForm } from '#app/portal/forms/typed_form'

/** What would be paid for a form as it is typed: nothing is kept of it. */
export default class FormTrialsController {
  async store(ctx: HttpContext) {
    const { desk, cells } = await typedForm(ctx)
    const draft = await formDraft(desk.saisine.id, desk.saisine.associationId)
    const page = await formPage(desk, cells, draft?.savedAt ?? null)
    const problems = page.trial?.problems ?? []
    ctx.view.share({ reasonOf: (name: string) => problems.find(({ field }) => field === name) })
    return ctx.view.render('portal/forms/show', page)
  }
}
