import { INKS } from '#app/statements/drawing/pdf_palette'
import { PAGE, type Element, type Ink, type Sheet } from '#app/statements/drawing/pdf_sheet'

const TITLE_HEIGHT = 18

/** Writes a section's title, with room under it for `following` points of what it announces. */
export function drawSectionTitle(
  sheet: Sheet,
  parent: Element,
  title: string,
  following = 28
): void {
  sheet.reserve(TITLE_HEIGHT + following)
  sheet.tag(parent, 'H2', () => sheet.write(title, PAGE.left, sheet.y + 10, INKS.section))
  sheet.y += TITLE_HEIGHT
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
