import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { row } from '#app/shared/rows'
import { sendKeptFile, type KeptFile } from '#app/shared/screens/kept_file'
import { found, idOf } from '#app/shared/screens/not_found'

/** The bank’s file as it was received: it may hold IBANs in clear, so who takes it is logged. */
export default class BankFileDownloadsController {
  async show(ctx: HttpContext) {
    const file = found(
      await row<Omit<KeptFile, 'mediaType' | 'sizeBytes'>>(
        'SELECT file_key AS key, sha256, file_name AS "fileName" FROM bank_files WHERE id = ?',
        [idOf(ctx.params.id)]
      )
    )
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', file.fileName)
    return sendKeptFile(ctx, { ...file, mediaType: 'application/octet-stream' })
  }
}
