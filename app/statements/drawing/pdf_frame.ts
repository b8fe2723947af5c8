import { INKS, LINE, PETROL } from '#app/statements/drawing/pdf_palette'
import { PAGE, type Sheet } from '#app/statements/drawing/pdf_sheet'
import { FICTITIOUS_MARK } from '#app/statements/drawing/statement_wording'

const WIDTH = PAGE.right - PAGE.left

/** What the frame of a document says. */
export interface Frame {
  /** The document and whom it is for, on the pages that follow the first. */
  caption: string
  sender: string
  fictitious: boolean
}

/**
 * What every page carries around its body, drawn last because it tells how many pages there are.
 * All of it is an artifact: a screen reader hears the document once, without interruption.
 */
export function drawFrames(sheet: Sheet, frame: Frame): void {
  const { count } = sheet.pdf.bufferedPageRange()
  const caption = runningCaption(sheet, frame.caption)
  for (let i = 0; i < count; i++) {
    sheet.returnTo(i)
    sheet.artifact(() => {
      sheet.fill(0, 0, 7, PAGE.height, PETROL)
      if (i > 0) {
        sheet.write(caption, PAGE.left, 36, INKS.label)
        sheet.fill(PAGE.left, 43, WIDTH, 0.5, LINE)
      }
      if (frame.fictitious) drawMark(sheet)
      sheet.fill(PAGE.left, 800, WIDTH, 0.5, LINE)
      sheet.write(frame.sender, PAGE.left, 813, INKS.label)
      sheet.write(`page ${i + 1} / ${count}`, PAGE.right, 813, INKS.label, 'right')
    })
  }
}

function runningCaption(sheet: Sheet, caption: string): string {
  const [line, more] = sheet.wrap(caption, INKS.label, WIDTH - 130)
  return more ? `${line} …` : line!
}

function drawMark(sheet: Sheet): void {
  const text = FICTITIOUS_MARK.toUpperCase()
  const width = sheet.measure(text, INKS.mark) + 14
  sheet.outline(PAGE.right - width, 22, width, 16, PETROL)
  sheet.write(text, PAGE.right - 7, 33, INKS.mark, 'right')
}
