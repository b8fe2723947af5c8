import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { renderStatementWorkbook } from '#app/statements/drawing/render_statement_workbook'
import type { StatementData } from '#app/statements/content/statement_data'
import { longStatement, statementSample } from '#tests/unit/statements/statement_sample'
import { travel } from '#tests/unit/statements/travel'

async function read(data: StatementData): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  const bytes = await renderStatementWorkbook(data)
  await workbook.xlsx.load(bytes as never)
  return workbook
}

/** The result in the column "Montant" (E) of the first row whose column B holds the label. */
function total(sheet: ExcelJS.Worksheet, label: string): number {
  let found: number | undefined
  sheet.eachRow((row) => {
    if (row.getCell(2).text === label) found ??= (row.getCell(5).result as number | undefined) ?? 0
  })
  return found!
}

test.group('Relevé en classeur', () => {
  test('les trois feuilles, dans l’ordre', async ({ assert }) => {
    const { worksheets } = await read(statementSample())
    assert.deepEqual(
      worksheets.map(({ name }) => name),
      ['Relevé', 'Détail', 'Non retenues']
    )
  })

  test('les totaux sont des formules, avec le résultat du PDF au centime', async ({ assert }) => {
    const workbook = await read(statementSample())
    const sheet = workbook.getWorksheet('Relevé')!
    assert.equal(total(sheet, 'Forfait saisine'), 1234.56)
    assert.equal(total(sheet, 'Entretien psychologique'), 412.5)
    assert.equal(total(sheet, 'Prestations retenues'), 1647.06)
    assert.equal(total(sheet, 'Régularisations'), -62.5)
    assert.equal(total(sheet, 'Report'), -10.01)
    assert.equal(total(sheet, 'Total du relevé'), 1574.55)
    assert.equal(total(sheet, 'Montant à virer'), 1574.55)
    const detail = workbook.getWorksheet('Détail')!
    assert.deepEqual(detail.getCell('N7').value, { formula: 'SUM(N1:N6)', result: 1574.55 })
  })

  test('une ligne garde ses nombres, ses dates et ses références de leur vrai type', async ({
    assert,
  }) => {
    const workbook = await read(statementSample())
    const row = workbook.getWorksheet('Détail')!.getRow(3)
    assert.equal(row.getCell(3).value, 'ELU-AAAA-0002')
    assert.deepEqual(row.getCell(9).value, new Date('2026-10-01T00:00:00Z'))
    assert.equal(row.getCell(10).value, 7)
    assert.equal(row.getCell(11).value, 5)
    assert.equal(row.getCell(14).value, 312.5)
    assert.equal(row.getCell(14).numFmt, '#,##0.00 "€"')
    assert.equal(row.getCell(9).numFmt, 'dd/mm/yyyy')
    assert.equal(row.getCell(15).value, 'plafond de 5 appliqué')
  })

  test('une date inconnue reste vide, et non zéro', async ({ assert }) => {
    const workbook = await read(statementSample())
    assert.isNull(workbook.getWorksheet('Détail')!.getCell('H4').value)
  })

  test('l’en-tête reste en vue et les fiches non retenues ont leur remède', async ({ assert }) => {
    const workbook = await read(statementSample())
    assert.include(workbook.getWorksheet('Détail')!.views[0], { state: 'frozen', ySplit: 1 })
    assert.deepEqual(workbook.getWorksheet('Non retenues')!.getRow(2).values, [
      undefined,
      'ELU-BBBB-0004',
      new Date('2026-10-27T00:00:00Z'),
      'HORS_DELAI',
      'Fiche reçue 12 jours après la date limite.',
      'Demander une dérogation à la coordination.',
    ] as never)
  })

  test('un texte qui ressemble à une formule reste un texte', async ({ assert }) => {
    const [line, ...others] = statementSample().lines
    const lines = [{ ...line!, reference: '=HYPERLINK("x")', note: '+1' }, ...others]
    const workbook = await read(statementSample({ lines }))
    const cell = workbook.getWorksheet('Détail')!.getCell('C2')
    assert.equal(cell.type, ExcelJS.ValueType.String)
    assert.equal(cell.value, '=HYPERLINK("x")')
  })

  test('des signes que le XML réserve ou refuse n’abîment pas le classeur', async ({ assert }) => {
    const [line, ...others] = statementSample().lines
    const lines = [{ ...line!, serviceLabel: '  A & <B> "C" \u0007', note: 'un\ndeux' }, ...others]
    const detail = (await read(statementSample({ lines }))).getWorksheet('Détail')!
    assert.equal(detail.getCell('E2').value, '  A & <B> "C" ')
    assert.equal(detail.getCell('O2').value, 'un\ndeux')
  })

  test('un relevé sans ligne totalise zéro', async ({ assert }) => {
    const nothing = { lines: [], corrections: [], carriedForward: null, total: 0, payable: 0 }
    const data = statementSample(nothing)
    const workbook = await read(data)
    assert.equal(total(workbook.getWorksheet('Relevé')!, 'Total du relevé'), 0)
    // Le lecteur oublie un résultat nul : la feuille est lue telle qu’elle est écrite.
    const files = unzipSync(await renderStatementWorkbook(data))
    const detail = new TextDecoder().decode(files['xl/worksheets/sheet2.xml'])
    assert.include(detail, '<f>SUM(N1:N1)</f><v>0</v>')
  })

  test('les mêmes données donnent les mêmes octets, un autre jour et ailleurs', async ({
    assert,
    cleanup,
  }) => {
    const first = await renderStatementWorkbook(longStatement(20))
    cleanup(travel())
    const second = await renderStatementWorkbook(longStatement(20))
    assert.isTrue(first.equals(second))
  })
})
