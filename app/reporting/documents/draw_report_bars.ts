import type { ReportBar } from '#app/reporting/documents/report_document'
import { INKS, MIST, PETROL } from '#app/statements/drawing/pdf_palette'
import { PAGE, type Sheet } from '#app/statements/drawing/pdf_sheet'

const LEADING = 14
const BAR = { left: PAGE.left + 150, width: 250, height: 7 }

/** How much room the bars take. */
export function barsHeight(bars: readonly ReportBar[]): number {
  return bars.length * LEADING + 8
}

/** Bars from the same edge, the largest as long as they go; the table under them is what is read aloud. */
export function drawReportBars(sheet: Sheet, bars: readonly ReportBar[]): void {
  sheet.reserve(barsHeight(bars))
  const largest = Math.max(...bars.map(({ value }) => value ?? 0), 1)
  sheet.artifact(() => {
    for (const { label, value, text } of bars) {
      const length = (Math.max(value ?? 0, 0) / largest) * BAR.width
      sheet.fill(BAR.left, sheet.y + 3, BAR.width, BAR.height, MIST)
      if (length > 0) sheet.fill(BAR.left, sheet.y + 3, length, BAR.height, PETROL)
      sheet.write(label, PAGE.left, sheet.y + 9.5, INKS.body)
      sheet.write(text, PAGE.right, sheet.y + 9.5, INKS.strongBody, 'right')
      sheet.y += LEADING
    }
  })
  sheet.y += 8
}
