import type { HttpContext } from '@adonisjs/core/http'
import { readChecked } from '#app/intake/uploads/read_upload'
import { sendErrorsCopy } from '#app/intake/uploads/send_errors_copy'
import { uploadOf } from '#app/intake/uploads/upload_of'
import { workbookColumns } from '#app/portal/forms/form_workbook'
import { found } from '#app/shared/screens/not_found'
import { pagesOf } from '#app/shared/screens/pages'

const PROBLEMS_A_PAGE = 100

/** A workbook of which nothing was sent: what is wrong with it, to whom sent it, for a day. */
export default class RefusedWorkbooksController {
  async show(ctx: HttpContext) {
    const { id } = await uploadOf(ctx)
    const { problems } = found(await readChecked(id))
    const pages = pagesOf(problems.length, PROBLEMS_A_PAGE, ctx.request.qs().page)
    return ctx.view.render('portal/forms/workbook', {
      refused: id,
      bad: new Set(problems.map(({ rowNumber }) => rowNumber)).size,
      problems: problems.slice(pages.first, pages.first + pages.size),
      pages,
    })
  }

  async index(ctx: HttpContext) {
    return sendErrorsCopy(ctx, await uploadOf(ctx), { columns: workbookColumns })
  }
}
