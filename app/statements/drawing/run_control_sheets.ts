import type { RunData, RunSchedule } from '#app/statements/content/statement_data'
import { UNIT_LABELS } from '#app/statements/drawing/statement_wording'
import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import {
  addTableSheet,
  euros,
  sheetDate,
  writeHeader,
  writeRow,
  type SheetColumn,
} from '#app/statements/drawing/workbook_sheet'

const SCHEDULE_COLUMNS: SheetColumn[] = [
  { header: 'Barème', width: 30, kind: 'text' },
  { header: 'Valide du', width: 12, kind: 'date' },
  { header: 'Valide jusqu’au (exclu)', width: 14, kind: 'date' },
  { header: 'Code prestation', width: 26, kind: 'text' },
  { header: 'Prestation', width: 40, kind: 'text' },
  { header: 'Unité', width: 14, kind: 'text' },
  { header: 'Montant', width: 16, kind: 'amount' },
  { header: 'Plafond par saisine', width: 12, kind: 'count' },
]

const CONTROL_COLUMNS: SheetColumn[] = [
  { header: 'Contrôle', width: 60, kind: 'text' },
  { header: 'Attendu', width: 18, kind: 'amount' },
  { header: 'Trouvé', width: 18, kind: 'amount' },
  { header: 'Écart', width: 18, kind: 'amount' },
  { header: 'Résultat', width: 14, kind: 'text' },
]

const FINDING_COLUMNS: SheetColumn[] = [
  { header: 'Constat', width: 60, kind: 'text' },
  { header: 'Code', width: 18, kind: 'text' },
  { header: 'Nombre', width: 18, kind: 'count' },
]

export function writeSchedules(workbook: WorkbookWriter, schedules: RunSchedule[]): void {
  const sheet = addTableSheet(workbook, 'Barème', SCHEDULE_COLUMNS)
  schedules.forEach((schedule, i) => {
    writeRow(sheet, i + 2, SCHEDULE_COLUMNS, [
      schedule.label,
      sheetDate(schedule.from),
      sheetDate(schedule.to),
      schedule.serviceCode,
      schedule.serviceLabel,
      UNIT_LABELS[schedule.unit],
      euros(schedule.amount),
      schedule.cap,
    ])
  })
}

/** The control totals, each with its difference, then how many findings of each code there are. */
export function writeControls(workbook: WorkbookWriter, { controls, findings }: RunData): void {
  const sheet = addTableSheet(workbook, 'Contrôles', CONTROL_COLUMNS)
  let at = 2
  for (const { label, expected, found } of controls) {
    writeRow(sheet, at, CONTROL_COLUMNS, [
      label,
      euros(expected),
      euros(found),
      { formula: `ROUND(C${at}-B${at},2)`, result: euros(found - expected) },
      found === expected ? 'conforme' : 'écart',
    ])
    at++
  }
  writeHeader(sheet, ++at, FINDING_COLUMNS)
  for (const { label, code, count } of findings) {
    writeRow(sheet, ++at, FINDING_COLUMNS, [label, code, count])
  }
}
