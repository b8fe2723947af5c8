import { writeRunDetail, writeRunRejected } from '#app/statements/drawing/run_detail_sheets'
import { writeControls, writeSchedules } from '#app/statements/drawing/run_control_sheets'
import { writeSummary } from '#app/statements/drawing/run_summary_sheet'
import type { RunData } from '#app/statements/content/statement_data'
import { workbookBytes } from '#app/statements/drawing/workbook_bytes'

/**
 * A whole run as a workbook: sheets Synthèse, Détail, Non retenues, Barème and Contrôles. Totals
 * are formulas with their result. The same data gives the same bytes.
 */
export function renderRunWorkbook(run: RunData): Promise<Buffer> {
  const details = [...run.details]
  return workbookBytes(run.issuedAt, (workbook) => {
    writeSummary(workbook, run)
    writeRunDetail(workbook, details)
    writeRunRejected(workbook, details)
    writeSchedules(workbook, run.schedules)
    writeControls(workbook, run)
  })
}
