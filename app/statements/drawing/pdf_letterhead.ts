import { formatSiren } from '#app/shared/french_format'
import { INKS, MIST, PETROL } from '#app/statements/drawing/pdf_palette'
import { PAGE, type Element, type Ink, type Sheet } from '#app/statements/drawing/pdf_sheet'
import type { StatementFederation } from '#app/statements/content/statement_data'

const MIDDLE = 306

export interface Letterhead {
  federation: StatementFederation
  title: string
  /** Its number and day. */
  issue: string
}

/** One of the two blocks that stand side by side under the title. */
export interface Block {
  title: string
  lines: [string, Ink][]
}

export interface AmountBox {
  label: string
  amount: string
  inWords: string
  sentence: string
}

/** Who sends the document, what it is, and its number. */
export function drawLetterhead(
  sheet: Sheet,
  parent: Element,
  { federation, title, issue }: Letterhead
): void {
  const width = MIDDLE - PAGE.left - 20
  paragraph(sheet, parent, PAGE.left, width, federation.name, INKS.sender, 14)
  for (const line of federation.address) paragraph(sheet, parent, PAGE.left, width, line)
  paragraph(sheet, parent, PAGE.left, width, `SIREN ${formatSiren(federation.siren)}`)
  sheet.y += 26
  sheet.tag(parent, 'H1', () => sheet.write(title, PAGE.left, sheet.y, INKS.title))
  sheet.y += 17
  paragraph(sheet, parent, PAGE.left, PAGE.right - PAGE.left, issue, INKS.number, 14)
  sheet.y += 12
}

export function drawBlocks(sheet: Sheet, parent: Element, left: Block, right: Block): void {
  const top = sheet.y
  drawBlock(sheet, parent, PAGE.left, left)
  const under = sheet.y
  sheet.y = top
  drawBlock(sheet, parent, MIDDLE, right)
  sheet.y = Math.max(under, sheet.y) + 12
}

/** The amount that the document is about, in figures and in words, and what becomes of it. */
export function drawAmountBox(sheet: Sheet, parent: Element, box: AmountBox): void {
  const width = PAGE.right - PAGE.left
  const sentence = sheet.wrap(box.sentence, INKS.value, width - 28)
  const words = sheet.wrap(box.inWords, INKS.value, width - 190)
  const height = 62 + Math.max(0, words.length - 2) * 12 + (sentence.length - 1) * 12
  sheet.artifact(() => {
    sheet.fill(PAGE.left, sheet.y, width, height, MIST)
    sheet.fill(PAGE.left, sheet.y, 3, height, PETROL)
  })
  const x = PAGE.left + 16
  const { y } = sheet
  sheet.tag(parent, 'P', () => {
    sheet.write(`${box.label} `, x, y + 15, INKS.label)
    sheet.write(`${box.amount} `, x, y + 38, INKS.amount)
    sheet.writeLines(words, PAGE.left + 180, y + 38 - (words.length - 1) * 12, 12, INKS.value)
  })
  sheet.tag(parent, 'P', () => {
    sheet.writeLines(sentence, x, y + height - 9 - (sentence.length - 1) * 12, 12, INKS.value)
  })
  sheet.y += height + 22
}

function drawBlock(sheet: Sheet, parent: Element, x: number, { title, lines }: Block): void {
  const width = x === PAGE.left ? MIDDLE - x - 20 : PAGE.right - x
  paragraph(sheet, parent, x, width, title, INKS.label, 14)
  for (const [line, ink] of lines) paragraph(sheet, parent, x, width, line, ink, 12)
}

/** Writes a wrapped paragraph at the cursor, which then stands at the next base line. */
function paragraph(
  sheet: Sheet,
  parent: Element,
  x: number,
  width: number,
  text: string,
  ink: Ink = INKS.label,
  leading = 11
): void {
  const lines = sheet.wrap(text, ink, width)
  sheet.tag(parent, 'P', () => sheet.writeLines(lines, x, sheet.y, leading, ink))
  sheet.y += lines.length * leading
}
