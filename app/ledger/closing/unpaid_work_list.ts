import type { HttpContext } from '@adonisjs/core/http'
import { stringify } from 'csv-stringify/sync'
import type { OpenAbatement } from '#app/ledger/closing/open_abatements'
import type { UnpaidWork } from '#app/ledger/closing/unpaid_work'
import type { YearEnd } from '#app/ledger/closing/year_end'
import { decimalFromCents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { attachment } from '#app/shared/screens/attachment'

const TITLES = ['Saisine ou relevé', 'Association', 'Nom', 'Fait ou émis le', 'Nature', 'Montant']

/** Sends what is to accrue, saisine by saisine and statement by statement, as a file that a French Excel reads. */
export function workOf(ctx: Pick<HttpContext, 'response'>, end: YearEnd) {
  const { work, abatements, convention, year } = end
  const lines = [
    ...work.map((one) => lineOf(one, one.reference, one.doneOn, 'fait et non réglé')),
    ...abatements.map((one) =>
      lineOf(one, one.statement, one.issuedOn, 'retiré d’un relevé et non repris')
    ),
  ]
  const text = stringify([TITLES, ...lines], {
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  const name = `a-provisionner-${convention.code}-${year}.csv`
  return attachment(ctx, name, 'text/csv; charset=utf-8').send(Buffer.from(`\ufeff${text}`))
}

function lineOf(
  { associationCode, associationName, amountCents }: UnpaidWork | OpenAbatement,
  piece: string,
  day: Day,
  nature: string
): string[] {
  const amount = decimalFromCents(amountCents).replace('.', ',')
  return [piece, associationCode, associationName, formatDay(day), nature, amount]
}
