import { INKS } from '#app/statements/pdf_palette'
import { PAGE, type Element, type Ink, type Sheet } from '#app/statements/pdf_sheet'

/** Writes a section's title, never alone at the foot of a page. */
export function drawSectionTitle(sheet: Sheet, parent: Element, title: string): void {
  sheet.reserve(46)
  sheet.tag(parent, 'H2', () => sheet.write(title, PAGE.left, sheet.y + 10, INKS.section))
  sheet.y += 18
}

/** Writes a paragraph over the page's width, and leaves the cursor under it. */
export function drawSentence(
  sheet: Sheet,
  parent: Element,
  text: string,
  ink: Ink = INKS.value
): void {
  const leading = ink.size + 3.5
  const lines = sheet.wrap(text, ink, PAGE.right - PAGE.left)
  sheet.reserve(lines.length * leading)
  const baseline = sheet.y + ink.size
  sheet.tag(parent, 'P', () => sheet.writeLines(lines, PAGE.left, baseline, leading, ink))
  sheet.y += lines.length * leading + 4
}
