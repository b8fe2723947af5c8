import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { addConventionDocument } from '#app/conventions/additions/add_convention_document'
import { conventionShown } from '#app/conventions/convention_page'
import { isRefused, refuse } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { forgetFile, keepFile, sendKeptFile, type KeptFile } from '#app/shared/screens/kept_file'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The signed papers of a convention. */
export default class ConventionDocumentsController {
  async store(ctx: HttpContext) {
    const { id } = found(await conventionShown(idOf(ctx.params.id)))
    const file = await keepFile(ctx, 'fichier', `conventions/${id}`)
    if (file === null) {
      return refuseBack(
        ctx,
        refuse('FICHIER_MANQUANT', 'Aucun fichier n’est joint.', 'Choisissez-en un.', 'fichier')
      )
    }
    if (isRefused(file)) return refuseBack(ctx, file)
    const added = await addConventionDocument(
      ctx.auth.user!,
      id,
      typed(ctx.request, 'titre', 120),
      file
    )
    if (isRefused(added)) {
      await forgetFile(file)
      return refuseBack(ctx, added)
    }
    say(ctx, 'Document ajouté.')
    return ctx.response.redirect().status(303).toPath(`/conventions/${id}#documents`)
  }

  async show(ctx: HttpContext) {
    const file = found(
      await row<KeptFile>(
        `SELECT file_key AS key, sha256, file_name AS "fileName", media_type AS "mediaType"
         FROM convention_documents WHERE convention_id = ? AND id = ?`,
        [idOf(ctx.params.id), idOf(ctx.params.documentId)]
      )
    )
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', file.fileName)
    return sendKeptFile(ctx, file)
  }
}
