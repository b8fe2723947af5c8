import type { HttpContext } from '@adonisjs/core/http'
import { contestedChoice } from '#app/portal/disputes/contested_choice'
import { readMyDispute, readMyDisputes } from '#app/portal/disputes/my_disputes'
import type { Contested } from '#app/settlement/disputes/contested'
import { DISPUTE_MOTIVES } from '#app/settlement/disputes/dispute_motives'
import { openDispute } from '#app/settlement/disputes/open_dispute'
import { isRefused } from '#app/shared/result'
import { choicesOf } from '#app/shared/screens/choices_of'
import { forgetFile, keepFile } from '#app/shared/screens/kept_file'
import { found, idOf, NotFound } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** Said of what is not there, as of what is another association’s. */
const ABSENT = ['LIGNE_INCONNUE', 'FICHE_INCONNUE']

/** What an association contests. */
export default class MyDisputesController {
  async index({ view }: HttpContext) {
    return view.render('portal/disputes', { disputes: await readMyDisputes() })
  }

  async create({ request, response, view }: HttpContext) {
    const { ligne, fiche }: Record<string, unknown> = request.qs()
    // One contests from where a line or a refusal is shown.
    if (ligne === undefined && fiche === undefined) {
      return response.redirect().status(303).toPath('/mes-paiements')
    }
    const contested = found(await contestedChoice(request))
    if (contested.openDisputeId !== null) {
      return response.redirect().toPath(`/mes-reclamations/${contested.openDisputeId}`)
    }
    return view.render('portal/new_dispute', { contested, motives: choicesOf(DISPUTE_MOTIVES) })
  }

  async store(ctx: HttpContext) {
    const { request } = ctx
    const contested = typedContested(ctx)
    const user = ctx.auth.user!
    const file = await keepFile(ctx, 'piece', `reclamations/${user.associationId}`)
    if (file && isRefused(file)) return refuseBack(ctx, file)
    const opened = await openDispute(user, {
      contested,
      motive: typed(request, 'motif', 40),
      details: typed(request, 'precisions', 1000),
      file,
    })
    if (isRefused(opened)) {
      await forgetFile(file)
      if (opened.refused.some(({ code }) => ABSENT.includes(code))) throw new NotFound()
      return refuseBack(ctx, opened)
    }
    say(ctx, 'Réclamation envoyée\u00a0: la fédération vous répond ici.')
    return ctx.response.redirect().status(303).toPath(`/mes-reclamations/${opened.id}`)
  }

  async show({ params, view }: HttpContext) {
    return view.render('portal/dispute', found(await readMyDispute(idOf(params.id))))
  }
}

function typedContested({ request }: Pick<HttpContext, 'request'>): Contested {
  const line = typed(request, 'ligne', 20)
  return line === '' ? { formId: idOf(typed(request, 'fiche', 20)) } : { lineId: idOf(line) }
}
