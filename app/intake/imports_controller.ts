import type { HttpContext } from '@adonisjs/core/http'
import { countLeftOut, findImport, leftOutRows } from '#app/intake/find_import'
import { KIND_LABELS, KIND_NOUNS, kindsToRead, kindsToSend } from '#app/intake/import_words'
import { importsList } from '#app/intake/imports_list'
import { Forbidden } from '#app/shared/screens/forbidden'
import { found, idOf } from '#app/shared/screens/not_found'
import { pagesOf } from '#app/shared/screens/pages'
import { showList } from '#app/shared/screens/show_list'

const ROWS_SHOWN = 50

/** Files that were imported, and what each brought. */
export default class ImportsController {
  async index(ctx: HttpContext) {
    const { role } = ctx.auth.user!
    return showList(ctx, importsList(role), 'intake/imports', {
      sends: kindsToSend(role).length > 0,
    })
  }

  async show({ params, request, auth, view }: HttpContext) {
    const { role } = auth.user!
    const shown = found(await findImport(idOf(params.id)))
    if (!kindsToRead(role).includes(shown.kind)) throw new Forbidden()
    const pages = pagesOf(await countLeftOut(shown.id), ROWS_SHOWN, request.qs().page)
    return view.render('intake/import', {
      shown,
      kindLabel: KIND_LABELS[shown.kind],
      noun: KIND_NOUNS[shown.kind],
      pages,
      problems: await leftOutRows(shown.id, pages.size, pages.first),
      mayUndo: shown.undoneAt === null && kindsToSend(role).includes(shown.kind),
    })
  }
}
