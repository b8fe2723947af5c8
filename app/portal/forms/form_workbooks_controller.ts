import type { HttpContext } from '@adonisjs/core/http'
import { formWorkbook } from '#app/portal/forms/form_workbook'
import { sendFormWorkbook } from '#app/portal/forms/send_form_workbook'
import { parisDay } from '#app/shared/day'
import { plural } from '#app/shared/french_format'
import { isRefused, refuse } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

const PROBLEMS_SHOWN = 200

/** The workbook of the fiches that are due: downloaded filled with the saisines, dropped back filled with the work. */
export default class FormWorkbooksController {
  async show({ response }: HttpContext) {
    response.header('content-disposition', 'attachment; filename="fiches-a-envoyer.xlsx"')
    response.header(
      'content-type',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    )
    return response.send(await formWorkbook(parisDay(new Date())))
  }

  async create({ view }: HttpContext) {
    return view.render('portal/forms/workbook', { problems: [], bad: 0 })
  }

  async store(ctx: HttpContext) {
    const page = '/mes-fiches/classeur'
    const file = ctx.request.file('classeur')
    if (!file?.tmpPath) return refuseBack(ctx, noFile(), page)
    const attested = typed(ctx.request, 'attestation') === '1'
    const sent = await sendFormWorkbook(ctx.auth.user!, file.tmpPath, attested)
    if ('problems' in sent) {
      return ctx.view.render('portal/forms/workbook', {
        problems: sent.problems.slice(0, PROBLEMS_SHOWN),
        bad: new Set(sent.problems.map(({ rowNumber }) => rowNumber)).size,
      })
    }
    if (isRefused(sent)) return refuseBack(ctx, sent, page)
    const known = plural(sent.unchanged, 'fiche l’était déjà', 'fiches l’étaient déjà')
    const news = plural(sent.created, 'fiche envoyée', 'fiches envoyées')
    say(ctx, sent.unchanged > 0 ? `${news}\u00a0; ${known}.` : `${news}.`)
    return ctx.response.redirect().status(303).toPath('/mes-fiches')
  }
}

function noFile() {
  return refuse(
    'FICHIER_ABSENT',
    'Aucun fichier n’est joint, ou il est vide.',
    'Choisissez le classeur rempli.',
    'classeur'
  )
}
