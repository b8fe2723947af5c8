import { EXPORT_COLUMNS } from '#app/ledger/export/export_columns'
import {
  bookSettings,
  CSV_ENCODINGS,
  CSV_SEPARATORS,
  type BookSettings,
  type ExportColumn,
} from '#app/ledger/profile/book_settings'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { lock, transaction } from '#app/shared/transaction'

/** Settings as they were typed: columns by their names, separated by spaces, commas or lines. */
export interface TypedBookSettings {
  envelopeAlertPercent: number | null
  csvColumns: string
  csvSeparator: string
  csvEncoding: string
}

/** Records what the office decides for its books, in place of what it decided before. */
export async function recordBookSettings(
  actorId: number,
  typed: TypedBookSettings
): Promise<BookSettings | Refused> {
  const read = readBookSettings(typed)
  if ('refused' in read) return read
  return transaction<BookSettings>(async (trx) => {
    await lock(trx, 'book settings')
    const before = await bookSettings(trx)
    await trx.from('book_settings').update({
      envelope_alert_percent: read.envelopeAlertPercent,
      csv_columns: read.csvColumns,
      csv_separator: read.csvSeparator,
      csv_encoding: read.csvEncoding,
    })
    await recordEvent(trx, actorId, {
      verb: 'ledger.settings_recorded',
      subject: ['ledger', 0],
      before,
      after: read,
    })
    return read
  })
}

/** The settings that were typed, or each fault by its field. */
export function readBookSettings(typed: TypedBookSettings): BookSettings | Refused {
  const { envelopeAlertPercent, csvSeparator, csvEncoding } = typed
  if (envelopeAlertPercent === null || envelopeAlertPercent < 1 || envelopeAlertPercent > 100) {
    return refuse('REGLAGE_FAUX', 'Le seuil va de 1 à 100 %.', 'Par exemple 80.', 'seuil')
  }
  const names = typed.csvColumns.split(/[\s,;]+/).filter(Boolean)
  const columns = names.flatMap((name) => columnNamed(name) ?? [])
  const unknown = names.find((name) => !columnNamed(name))
  if (unknown !== undefined || columns.length === 0 || new Set(columns).size < columns.length) {
    const message = unknown
      ? `«\u00a0${unknown.slice(0, 40)}\u00a0» n’est pas une colonne.`
      : 'Il faut au moins une colonne, et chacune une fois.'
    return refuse(
      'REGLAGE_FAUX',
      message,
      `Choisissez parmi ${EXPORT_COLUMNS.join(' ')}.`,
      'colonnes'
    )
  }
  const encoding = CSV_ENCODINGS.find((one) => one === csvEncoding)
  if (!Object.hasOwn(CSV_SEPARATORS, csvSeparator) || !encoding) {
    return refuse(
      'REGLAGE_FAUX',
      'Ce séparateur ou ce codage n’existe pas.',
      'Choisissez-le dans la liste.'
    )
  }
  return {
    envelopeAlertPercent,
    csvColumns: columns,
    csvSeparator: csvSeparator as keyof typeof CSV_SEPARATORS,
    csvEncoding: encoding,
  }
}

function columnNamed(name: string): ExportColumn | undefined {
  return EXPORT_COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase())
}
