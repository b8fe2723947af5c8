import type { HttpContext } from '@adonisjs/core/http'
import { startCheck } from '#app/intake/uploads/start_check'
import { removeChecked } from '#app/intake/uploads/read_upload'
import { tellTitles } from '#app/intake/uploads/tell_titles'
import { uploadOf } from '#app/intake/uploads/upload_of'
import { isRefused } from '#app/shared/result'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { importKind } from '#start/import_kinds'

/** Which title of a file is which column of ours, as the person who sent it says. */
export default class TitlesController {
  async store(ctx: HttpContext) {
    const upload = await uploadOf(ctx)
    const columns = await (await importKind(upload.kind)).columns()
    const told = columns
      .map(({ key }): [string, string] => [typed(ctx.request, `colonne_${key}`, 10_000), key])
      .filter(([title]) => title !== '')
    const kept = await tellTitles(upload, typed(ctx.request, 'sender', 60), told)
    if (isRefused(kept)) return refuseBack(ctx, kept, `/imports/verification/${upload.id}`)
    await removeChecked(upload.id)
    return ctx.response
      .redirect()
      .status(303)
      .toPath(await startCheck(kept))
  }
}
