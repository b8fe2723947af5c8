import { amountInWords } from '#app/shared/amount_in_words'
import { formatAmount, formatLongDay, formatSiren, formatSiret } from '#app/shared/french_format'
import { INKS, MIST, PETROL } from '#app/statements/drawing/pdf_palette'
import { PAGE, type Element, type Ink, type Sheet } from '#app/statements/drawing/pdf_sheet'
import type { StatementData } from '#app/statements/statement_data'
import { settlementSentence } from '#app/statements/drawing/statement_wording'

const MIDDLE = 306

/** The first page's head: who pays whom, under which convention, how much. */
export function drawHead(sheet: Sheet, parent: Element, data: StatementData): void {
  drawTitle(sheet, parent, data)
  const top = sheet.y
  drawBlock(sheet, parent, PAGE.left, 'Association', associationLines(data))
  const left = sheet.y
  sheet.y = top
  drawBlock(sheet, parent, MIDDLE, 'Convention et campagne', conventionLines(data))
  sheet.y = Math.max(left, sheet.y) + 12
  drawAmount(sheet, parent, data)
}

function drawTitle(sheet: Sheet, parent: Element, { federation, ...data }: StatementData): void {
  const width = MIDDLE - PAGE.left - 20
  paragraph(sheet, parent, PAGE.left, width, federation.name, INKS.sender, 14)
  for (const line of federation.address) paragraph(sheet, parent, PAGE.left, width, line)
  paragraph(sheet, parent, PAGE.left, width, `SIREN ${formatSiren(federation.siren)}`)
  sheet.y += 26
  sheet.tag(parent, 'H1', () => sheet.write('Relevé de règlement', PAGE.left, sheet.y, INKS.title))
  sheet.y += 17
  const issue = `n° ${data.number}, émis le ${formatLongDay(data.issuedOn)}`
  paragraph(sheet, parent, PAGE.left, PAGE.right - PAGE.left, issue, INKS.number, 14)
  sheet.y += 12
}

function associationLines({ association }: StatementData): [string, Ink][] {
  return [
    [association.name, INKS.strongValue],
    ...association.address.map((line): [string, Ink] => [line, INKS.value]),
    [
      association.siret ? `SIRET ${formatSiret(association.siret)}` : 'SIRET non communiqué',
      INKS.value,
    ],
    [`Code ${association.code}`, INKS.value],
  ]
}

function conventionLines({ convention, run }: StatementData): [string, Ink][] {
  return [
    [convention.title, INKS.strongValue],
    [`Convention ${convention.code}`, INKS.value],
    [`Financeur : ${convention.funder}`, INKS.value],
    [`Campagne ${run.code}, arrêtée au ${formatLongDay(run.until)}`, INKS.value],
  ]
}

function drawBlock(
  sheet: Sheet,
  parent: Element,
  x: number,
  title: string,
  lines: [string, Ink][]
) {
  const width = x === PAGE.left ? MIDDLE - x - 20 : PAGE.right - x
  paragraph(sheet, parent, x, width, title, INKS.label, 14)
  for (const [line, ink] of lines) paragraph(sheet, parent, x, width, line, ink, 12)
}

function drawAmount(sheet: Sheet, parent: Element, data: StatementData): void {
  const width = PAGE.right - PAGE.left
  const sentence = sheet.wrap(settlementSentence(data), INKS.value, width - 28)
  const inWords = data.payable === 0 ? '' : amountInWords(data.payable)
  const words = sheet.wrap(inWords, INKS.value, width - 190)
  const height = 62 + Math.max(0, words.length - 2) * 12 + (sentence.length - 1) * 12
  sheet.artifact(() => {
    sheet.fill(PAGE.left, sheet.y, width, height, MIST)
    sheet.fill(PAGE.left, sheet.y, 3, height, PETROL)
  })
  const x = PAGE.left + 16
  const { y } = sheet
  sheet.tag(parent, 'P', () => {
    sheet.write('Montant à virer ', x, y + 15, INKS.label)
    sheet.write(`${formatAmount(data.payable)} `, x, y + 38, INKS.amount)
    sheet.writeLines(words, PAGE.left + 180, y + 38 - (words.length - 1) * 12, 12, INKS.value)
  })
  sheet.tag(parent, 'P', () => {
    sheet.writeLines(sentence, x, y + height - 9 - (sentence.length - 1) * 12, 12, INKS.value)
  })
  sheet.y += height + 22
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
