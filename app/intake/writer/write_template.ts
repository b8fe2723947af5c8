import ExcelJS from 'exceljs'

/** One column of a template: its title, and what people may write under it. */
export interface TemplateColumn {
  key: string
  required: boolean
  /** What the column accepts, in French. */
  accepts: string
  kind: 'text' | 'day' | 'quantity' | 'amount' | 'yes_no'
}

export interface TemplateText {
  /** Name of the sheet to fill; it heads the instructions. */
  title: string
  notes: readonly string[]
  /** Lines already filled, a text for each column. */
  lines?: readonly (readonly string[])[]
}

/** What every template says first. */
export const TEMPLATE_NOTES = [
  'Une ligne par saisine, par fiche, par association ou par prix.',
  'N’écrivez jamais le nom, le téléphone ni l’adresse d’une personne.',
]

// An identifier typed in a text cell keeps its zeros: department 01, SIRET, references.
const FORMATS: Record<TemplateColumn['kind'], string> = {
  text: '@',
  day: 'dd/mm/yyyy',
  quantity: '0',
  amount: '#,##0.00 "€"',
  yes_no: '@',
}

const HEADER: Partial<ExcelJS.Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3864' } },
}

/** The .xlsx to fill: the titles of the columns, and a second sheet that says what each accepts. */
export async function writeTemplate(
  columns: readonly TemplateColumn[],
  text: TemplateText
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  addSheetToFill(workbook, columns, text)
  addInstructions(workbook, columns, text)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function addSheetToFill(
  workbook: ExcelJS.Workbook,
  columns: readonly TemplateColumn[],
  { title, lines = [] }: TemplateText
): void {
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ key, kind }) => ({
    header: key,
    width: Math.max(14, key.length + 4),
    style: { numFmt: FORMATS[kind] },
  }))
  sheet.getRow(1).eachCell((cell) => {
    cell.style = { ...HEADER, numFmt: '@' }
  })
  for (const line of lines) sheet.addRow([...line])
}

function addInstructions(
  workbook: ExcelJS.Workbook,
  columns: readonly TemplateColumn[],
  { title, notes }: TemplateText
): void {
  const sheet = workbook.addWorksheet('Mode d’emploi')
  sheet.columns = [{ width: 30 }, { width: 14 }, { width: 90 }]
  sheet.addRow([title]).font = { bold: true, size: 14 }
  for (const note of notes) sheet.addRow([note])
  sheet.addRow([])
  sheet.addRow(['Colonne', 'Obligatoire', 'Ce qu’elle accepte']).eachCell((cell) => {
    cell.style = HEADER
  })
  for (const { key, required, accepts } of columns) {
    sheet.addRow([key, required ? 'oui' : 'non', accepts]).alignment = {
      wrapText: true,
      vertical: 'top',
    }
  }
}
