import type { HttpContext } from '@adonisjs/core/http'
import { KIND_LABELS, kindsToSend } from '#app/intake/import_words'
import { conventionsOfForms } from '#app/intake/uploads/conventions_of_forms'
import { knownSenders } from '#app/intake/uploads/known_senders'
import { keepUpload } from '#app/intake/uploads/keep_upload'
import { readChecked } from '#app/intake/uploads/read_upload'
import { showChecked } from '#app/intake/uploads/show_checked'
import { startCheck } from '#app/intake/uploads/start_check'
import { uploadOf } from '#app/intake/uploads/upload_of'
import { isRefused, refuse } from '#app/shared/result'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { readKind } from '#start/import_kinds'

/** A file dropped: the whole of it is checked before anything is written. */
export default class UploadsController {
  async create({ view, auth, request }: HttpContext) {
    const kinds = kindsToSend(auth.user!.role)
    const asked: unknown = request.qs().nature
    return view.render('intake/new', {
      kinds: kinds.map((value) => ({ value, label: KIND_LABELS[value] })),
      chosen: kinds.find((kind) => kind === asked) ?? kinds[0],
      conventions: kinds.includes('fiches') ? await conventionsOfForms() : [],
      senders: await knownSenders(),
    })
  }

  async store(ctx: HttpContext) {
    const user = ctx.auth.user!
    const kind = readKind(typed(ctx.request, 'kind', 40))
    if (isRefused(kind)) return refuseBack(ctx, kind, '/imports/nouveau')
    if (!kindsToSend(user.role).includes(kind.kind)) {
      return refuseBack(ctx, notYours(), '/imports/nouveau')
    }
    const file = ctx.request.file('file')
    if (!file?.tmpPath) return refuseBack(ctx, noFile(), '/imports/nouveau')
    const sender = typed(ctx.request, 'sender', 60)
    const upload = await keepUpload(file, { kind: kind.kind, sender, actorId: user.id })
    return ctx.response
      .redirect()
      .status(303)
      .toPath(await startCheck(upload))
  }

  async show(ctx: HttpContext) {
    const upload = await uploadOf(ctx)
    const checked = await readChecked(upload.id)
    if (!checked)
      return ctx.response
        .redirect()
        .status(303)
        .toPath(await startCheck(upload))
    return showChecked(ctx, upload, checked)
  }
}

function noFile() {
  return refuse(
    'FICHIER_ABSENT',
    'Aucun fichier n’est joint, ou il est vide.',
    'Choisissez le fichier à importer.',
    'file'
  )
}

function notYours() {
  return refuse(
    'SORTE_RESERVEE',
    'Votre rôle n’importe pas cette sorte de fichier.',
    'Confiez-le à la coordination des conventions.',
    'kind'
  )
}
