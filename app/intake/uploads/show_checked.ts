import type { HttpContext } from '@adonisjs/core/http'
import { KIND_LABELS, KIND_NOUNS } from '#app/intake/import_words'
import { knownSenders } from '#app/intake/uploads/known_senders'
import { titleChoices } from '#app/intake/uploads/title_choices'
import type { CheckedUpload, Upload } from '#app/intake/uploads/upload'
import { pagesOf } from '#app/shared/screens/pages'
import { importKind } from '#start/import_kinds'

const ROWS_SHOWN = 50

/** « What will change »: figures, bad rows, titles to explain. */
export async function showChecked(ctx: HttpContext, upload: Upload, checked: CheckedUpload) {
  const { problems, titles } = checked
  const pages = pagesOf(problems.length, ROWS_SHOWN, ctx.request.qs().page)
  const columns = titles.length > 0 ? await (await importKind(upload.kind)).columns() : []
  const choices = await titleChoices(upload, titles, columns)
  const taken = new Set(choices.filter((one) => one.recognised).map(({ title }) => title))
  return ctx.view.render('intake/upload', {
    upload,
    checked,
    pages,
    kindLabel: KIND_LABELS[upload.kind],
    noun: KIND_NOUNS[upload.kind],
    badRows: new Set(problems.map(({ rowNumber }) => rowNumber)).size,
    problems: problems.slice(pages.first, pages.first + pages.size),
    choices,
    freeTitles: titles
      .filter((title) => !taken.has(title))
      .map((title) => ({ value: title, label: title })),
    senders: titles.length > 0 ? await knownSenders() : [],
  })
}
