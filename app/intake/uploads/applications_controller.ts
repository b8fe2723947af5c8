import type { HttpContext } from '@adonisjs/core/http'
import { appliedSentence } from '#app/intake/uploads/applied_sentence'
import { applyUpload } from '#app/intake/uploads/apply_upload'
import { readChecked } from '#app/intake/uploads/read_upload'
import { uploadOf } from '#app/intake/uploads/upload_of'
import { isRefused } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { startWork } from '#app/shared/works/start_work'

/** Fewer rows are written within a second. */
const FEW = 1000

/** A checked file enters, whole or its sound rows only. */
export default class ApplicationsController {
  async store(ctx: HttpContext) {
    const upload = await uploadOf(ctx)
    const page = `/imports/verification/${upload.id}`
    const validRows = typed(ctx.request, 'valid_rows') === '1'
    const read = (await readChecked(upload.id))?.report?.read
    if (read === undefined) return ctx.response.redirect().status(303).toPath(page)
    if (read > FEW) {
      const work = await startWork({
        kind: 'apply_upload',
        subjectId: upload.id,
        startedBy: upload.actorId,
        options: { validRows, back: page },
      })
      return ctx.response.redirect().status(303).toPath(`/travaux/${work}`)
    }
    const applied = await applyUpload(upload, validRows)
    if (isRefused(applied)) return refuseBack(ctx, applied, page)
    say(ctx, appliedSentence(applied))
    return ctx.response.redirect().status(303).toPath(`/imports/${applied.importId}`)
  }
}
