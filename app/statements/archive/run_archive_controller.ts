import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import Run from '#app/settlement/run'
import { zipDocuments } from '#app/statements/drawing/zip_documents'
import { runDocuments } from '#app/statements/archive/run_documents'
import { attachment } from '#app/shared/screens/attachment'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { isRefused } from '#app/shared/result'

/** All the documents of a run in one ZIP. */
export default class RunArchiveController {
  async show(ctx: HttpContext) {
    const run = found(await Run.find(idOf(ctx.params.id)))
    const entries = await runDocuments(run)
    if (isRefused(entries)) return refuseBack(ctx, entries, `/campagnes/${run.id}`)
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', `${run.code}.zip`)
    const zip = new PassThrough()
    zipDocuments(entries, zip, run.issuedAt!.toJSDate()).catch((error: Error) => zip.destroy(error))
    return attachment(ctx, `${run.code}.zip`, 'application/zip').stream(zip)
  }
}
