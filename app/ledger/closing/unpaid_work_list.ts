import type { HttpContext } from '@adonisjs/core/http'
import { stringify } from 'csv-stringify/sync'
import type { YearEnd } from '#app/ledger/closing/year_end'
import { decimalFromCents } from '#app/shared/cents'
import { formatDay } from '#app/shared/french_format'
import { attachment } from '#app/shared/screens/attachment'

/** Sends the work to accrue as a file that a French Excel reads. */
export function workOf(ctx: Pick<HttpContext, 'response'>, { work, convention, year }: YearEnd) {
  const lines = work.map(({ reference, associationCode, associationName, doneOn, amountCents }) => [
    reference,
    associationCode,
    associationName,
    formatDay(doneOn),
    decimalFromCents(amountCents).replace('.', ','),
  ])
  const text = stringify([['Saisine', 'Association', 'Nom', 'Fait le', 'Montant'], ...lines], {
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  const name = `a-provisionner-${convention.code}-${year}.csv`
  return attachment(ctx, name, 'text/csv; charset=utf-8').send(Buffer.from(`\ufeff${text}`))
}
