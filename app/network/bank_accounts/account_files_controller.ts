import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { refuse } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { sendKeptFile, type KeptFile } from '#app/shared/screens/kept_file'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'

/** The RIB behind an account. It holds a whole IBAN: who reads it is logged. */
export default class AccountFilesController {
  async show(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    found(await row('SELECT 1 FROM bank_accounts WHERE id = ?', [id]))
    const file = await row<KeptFile>(
      `SELECT file_key AS key, sha256, file_name AS "fileName", media_type AS "mediaType"
       FROM bank_account_files WHERE bank_account_id = ?`,
      [id]
    )
    if (!file) {
      return refuseBack(
        ctx,
        refuse(
          'SANS_FICHIER',
          'Aucun fichier n’est joint à ce compte.',
          'Lisez d’où vient son justificatif.'
        ),
        `/coordonnees-bancaires/${id}`
      )
    }
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', `Justificatif du compte ${id}`)
    return sendKeptFile(ctx, file)
  }
}
