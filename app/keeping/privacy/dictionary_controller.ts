import { stringify } from 'csv-stringify/sync'
import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { readDictionary } from '#app/keeping/privacy/read_dictionary'
import { attachment } from '#app/shared/screens/attachment'

/** The dictionary of data, as a file for a spreadsheet. */
export default class DictionaryController {
  async show(ctx: HttpContext) {
    const tables = await readDictionary()
    const cells = tables.flatMap(({ name, about, columns }) =>
      columns.map((one) => [
        name,
        about,
        one.name,
        one.type,
        one.required ? 'oui' : 'non',
        one.about,
      ])
    )
    await logAccess(ctx, ctx.auth.user!.id, 'list.exported', 'dictionnaire')
    return attachment(ctx, 'dictionnaire.csv', 'text/csv; charset=utf-8').send(
      stringify([['Table', 'Objet', 'Colonne', 'Type', 'Obligatoire', 'Sens'], ...cells], {
        bom: true,
        delimiter: ';',
        escape_formulas: true,
      })
    )
  }
}
