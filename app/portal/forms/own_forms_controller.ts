import type { HttpContext } from '@adonisjs/core/http'
import { behindWall } from '#app/portal/behind_wall'
import { cellsOfAccount, withTypedAgain } from '#app/portal/forms/form_cells'
import { formDraft } from '#app/portal/forms/form_draft'
import { formList } from '#app/portal/forms/form_list'
import { allDueForms, type DueForm } from '#app/portal/forms/form_lists'
import { formDesk, formPage, trialOf } from '#app/portal/forms/form_page'
import { notPayable } from '#app/portal/forms/not_payable'
import { namedSaisine, typedForm } from '#app/portal/forms/typed_form'
import { sendReturnForm } from '#app/returns/send_return_form'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The fiches retour of an association: those to send, those sent, and the page where each is written. */
export default class OwnFormsController {
  async index({ request, view }: HttpContext) {
    return view.render('portal/forms/index', await formList(request.qs()))
  }

  async show(ctx: HttpContext) {
    const saisine = await namedSaisine(ctx)
    const desk = await formDesk(saisine)
    const draft = await formDraft(saisine.id, saisine.associationId)
    const kept = draft?.cells ?? (desk.last ? cellsOfAccount(desk.last) : {})
    const cells = withTypedAgain(kept, ctx.session.flashMessages.get('typed'))
    return ctx.view.render('portal/forms/show', await formPage(desk, cells, draft?.savedAt ?? null))
  }

  async store(ctx: HttpContext) {
    const { desk, cells } = await typedForm(ctx)
    const page = `/mes-fiches/${desk.saisine.id}`
    const trial = trialOf(desk, cells)
    if (trial && trial.blocking.length > 0 && typed(ctx.request, 'malgre_tout') !== '1') {
      return refuseBack(ctx, notPayable(trial), page)
    }
    const goesOn = typed(ctx.request, 'suite') === '1'
    const next = goesOn ? await dueAfter(desk.saisine.id, ctx) : undefined
    const sent = await sendReturnForm(ctx.auth.user!, {
      saisineId: desk.saisine.id,
      cells,
      basedOn: Number(typed(ctx.request, 'version', 9)) || 0,
      attested: typed(ctx.request, 'attestation') === '1',
    })
    if (isRefused(sent)) return refuseBack(ctx, sent, page)
    const what =
      sent.version === 1 ? 'Fiche envoyée' : `Correction envoyée, version\u00a0${sent.version}`
    say(ctx, `${what}, pour la saisine ${desk.saisine.reference}.`)
    return ctx.response
      .redirect()
      .status(303)
      .toPath(next ? `/mes-fiches/${next.saisineId}` : '/mes-fiches')
  }
}

/** The fiche due after this one, in the order of the list. A writing request takes the wall for what it reads. */
async function dueAfter(id: number, { auth }: HttpContext): Promise<DueForm | undefined> {
  const due = await behindWall(auth.user!.associationId!, () => allDueForms(parisDay(new Date())))
  const at = due.findIndex(({ saisineId }) => saisineId === id)
  return due[at + 1] ?? due.find(({ saisineId }) => saisineId !== id)
}
