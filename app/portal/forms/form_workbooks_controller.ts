import type { HttpContext } from '@adonisjs/core/http'
import { keepUpload } from '#app/intake/uploads/keep_upload'
import { writeChecked } from '#app/intake/uploads/read_upload'
import { formWorkbook } from '#app/portal/forms/form_workbook'
import { sendFormWorkbook } from '#app/portal/forms/send_form_workbook'
import { parisDay } from '#app/shared/day'
import { plural } from '#app/shared/french_format'
import { isRefused, refuse } from '#app/shared/result'
import { attachment, XLSX } from '#app/shared/screens/attachment'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The workbook of the fiches that are due: downloaded filled with the saisines, dropped back filled with the work. */
export default class FormWorkbooksController {
  async show(ctx: HttpContext) {
    const workbook = await formWorkbook(parisDay(new Date()))
    return attachment(ctx, 'fiches-a-envoyer.xlsx', XLSX).send(workbook)
  }

  async create({ view }: HttpContext) {
    return view.render('portal/forms/workbook', { problems: [] })
  }

  async store(ctx: HttpContext) {
    const page = '/mes-fiches/classeur'
    const file = ctx.request.file('classeur')
    if (!file?.tmpPath) return refuseBack(ctx, noFile(), page)
    const attested = typed(ctx.request, 'attestation') === '1'
    const actor = ctx.auth.user!
    const sent = await sendFormWorkbook(actor, file.tmpPath, attested)
    if ('problems' in sent) {
      const kept = await keepUpload(file, { kind: 'fiches', sender: '', actorId: actor.id })
      const { problems, refused } = sent
      await writeChecked(kept.id, { refused, problems, titles: [], report: null })
      return ctx.response.redirect().status(303).toPath(`${page}/${kept.id}`)
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
