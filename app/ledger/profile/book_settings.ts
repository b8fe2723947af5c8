import type { EXPORT_COLUMNS } from '#app/ledger/export/export_columns'
import { row } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

export const CSV_SEPARATORS = { semicolon: ';', comma: ',', tab: '\t', pipe: '|' } as const
export const CSV_ENCODINGS = ['utf-8', 'iso-8859-15'] as const

/** What the office decides for its books. */
export interface BookSettings {
  /** From this share of an envelope engaged, in hundredths, pages warn. */
  envelopeAlertPercent: number
  csvColumns: ExportColumn[]
  csvSeparator: keyof typeof CSV_SEPARATORS
  csvEncoding: (typeof CSV_ENCODINGS)[number]
}

export async function bookSettings(client?: QueryClientContract): Promise<BookSettings> {
  const found = await row<BookSettings>(
    `SELECT envelope_alert_percent AS "envelopeAlertPercent", csv_columns AS "csvColumns",
       csv_separator AS "csvSeparator", csv_encoding AS "csvEncoding" FROM book_settings`,
    [],
    client
  )
  return found!
}
