import type { ReportColumn } from '#app/reporting/documents/report_document'

/** Columns that the tables of the report share. Widths in points. */
export const NAMED = (title: string, width = 375): ReportColumn => ({ title, width, kind: 'text' })
export const COUNTED = (title = 'Saisines', width = 120): ReportColumn => ({
  title,
  width,
  kind: 'count',
})
