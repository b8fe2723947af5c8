import type { HttpContext } from '@adonisjs/core/http'
import { TEMPLATE_NOTES, writeTemplate } from '#app/intake/writer/write_template'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { attachment, XLSX } from '#app/shared/screens/attachment'
import { found, NotFound } from '#app/shared/screens/not_found'
import { importKind, readKind } from '#start/import_kinds'

/** The workbook to fill, of each kind; for fiches, with the services of one convention. */
export default class TemplatesController {
  async show(ctx: HttpContext) {
    const { params, request } = ctx
    const named = readKind(String(params.kind))
    if (isRefused(named)) throw new NotFound()
    const { kind } = named
    const asked: unknown = request.qs().convention
    const code = typeof asked === 'string' && asked !== '' ? asked.replaceAll('\0', '') : undefined
    if (code !== undefined) found(await row('SELECT 1 FROM conventions WHERE code = ?', [code]))
    const columns = await (await importKind(kind)).columns(code)
    const bytes = await writeTemplate(columns, { title: kind, notes: TEMPLATE_NOTES })
    const name = ['modele', kind, code].filter(Boolean).join('-')
    return attachment(ctx, `${name}.xlsx`, XLSX).send(bytes)
  }
}
