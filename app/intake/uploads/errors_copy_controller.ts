import type { HttpContext } from '@adonisjs/core/http'
import { sendErrorsCopy } from '#app/intake/uploads/send_errors_copy'
import { uploadOf } from '#app/intake/uploads/upload_of'
import { rememberedTitles } from '#app/intake/titles/remembered_titles'
import { importKind } from '#start/import_kinds'

/** The file again, with what is to be mended beside each row. */
export default class ErrorsCopyController {
  async show(ctx: HttpContext) {
    const upload = await uploadOf(ctx)
    const told = [...upload.titles, ...(await rememberedTitles(upload.kind, upload.sender))]
    const titles = told.map(([title]) => title)
    return sendErrorsCopy(ctx, upload, await importKind(upload.kind), titles)
  }
}
