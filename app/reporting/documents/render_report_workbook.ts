import { cellText } from '#app/reporting/documents/cell_text'
import type {
  ReportCell,
  ReportColumn,
  ReportDocument,
  ReportSection,
} from '#app/reporting/documents/report_document'
import { FICTITIOUS_SENTENCE } from '#app/statements/drawing/statement_wording'
import { workbookBytes, type WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import {
  euros,
  HEADER_STYLE,
  LABEL_STYLE,
  MARK_STYLE,
  STYLES,
  TITLE_STYLE,
  TOTAL_STYLES,
  writeHeader,
  type CellKind,
} from '#app/statements/drawing/workbook_sheet'
import type { CellValue } from '#app/statements/drawing/workbook_worksheet'

/** Excel takes names of 31 characters at most, without these. */
const FORBIDDEN = /[[\]:*?/\\']/g
const LONGEST_NAME = 31
const POINTS_BY_CHARACTER = 5

/** A report as a workbook: a first sheet says what it is, then one sheet a section. The same report gives the same bytes. */
export function renderReportWorkbook(report: ReportDocument): Promise<Buffer> {
  return workbookBytes(`${report.on}T12:00:00Z`, (workbook) => {
    writeFront(workbook, report)
    report.sections.forEach((section, rank) => writeSection(workbook, section, rank + 1))
  })
}

function writeFront(workbook: WorkbookWriter, report: ReportDocument): void {
  const sheet = workbook.addSheet('Présentation', { orientation: 'portrait', widths: [110] })
  const lines: [string, typeof TITLE_STYLE][] = [
    [report.title, TITLE_STYLE],
    [report.subtitle, LABEL_STYLE],
    [report.federation.name, STYLES.text],
    ...(report.fictitious
      ? [[FICTITIOUS_SENTENCE, MARK_STYLE] as [string, typeof MARK_STYLE]]
      : []),
    [`Empreinte du journal\u00a0: ${report.chainHead}`, LABEL_STYLE],
  ]
  lines.forEach(([line, style], i) => {
    sheet.startRow(i + 1)
    sheet.cell(0, line, style)
  })
}

function writeSection(workbook: WorkbookWriter, section: ReportSection, rank: number): void {
  const { title, sentences, table } = section
  const name = `${rank}. ${title.replaceAll(FORBIDDEN, ' ')}`.slice(0, LONGEST_NAME)
  const widths = table?.columns.map(({ width }) => width / POINTS_BY_CHARACTER) ?? [110]
  const headerRow = sentences.length + 2
  const sheet = workbook.addSheet(name, {
    orientation: 'landscape',
    widths,
    ...(table && { headerRow }),
  })
  sheet.startRow(1)
  sheet.cell(0, title, HEADER_STYLE)
  sentences.forEach((sentence, i) => {
    sheet.startRow(i + 2)
    sheet.cell(0, sentence, LABEL_STYLE)
  })
  if (!table) return
  const columns = table.columns.map(({ title: header, width, kind }) => ({
    header,
    width,
    kind: sheetKind(kind),
  }))
  writeHeader(sheet, headerRow, columns)
  table.rows.forEach(({ tone, cells }, i) => {
    sheet.startRow(headerRow + 1 + i)
    cells.forEach((cell, at) => {
      const kind = cell === null || cell.kind === 'masked' ? 'text' : sheetKind(cell.kind)
      if (cell !== null)
        sheet.cell(at, sheetValue(cell), (tone === 'body' ? STYLES : TOTAL_STYLES)[kind])
    })
  })
}

function sheetKind(kind: ReportColumn['kind']): CellKind {
  return kind === 'share' ? 'count' : kind
}

function sheetValue(cell: NonNullable<ReportCell>): CellValue {
  if (cell.kind === 'amount') return euros(cell.value)
  return cell.kind === 'count' || cell.kind === 'share' ? cell.value : cellText(cell)
}
