import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import { renderRunWorkbook } from '#app/statements/drawing/render_run_workbook'
import { runSample } from '#tests/unit/statements/run_sample'

async function read(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await renderRunWorkbook(runSample())) as never)
  return workbook
}

test.group('Campagne en classeur', () => {
  test('les cinq feuilles, dans l’ordre', async ({ assert }) => {
    const { worksheets } = await read()
    assert.deepEqual(
      worksheets.map(({ name }) => name),
      ['Synthèse', 'Détail', 'Non retenues', 'Barème', 'Contrôles']
    )
  })

  test('la synthèse et le détail donnent la même somme, par formule', async ({ assert }) => {
    const workbook = await read()
    const summary = workbook.getWorksheet('Synthèse')!
    assert.deepEqual(summary.getCell('E8').value, { formula: 'SUM(E5:E7)', result: 1664.55 })
    assert.deepEqual(summary.getCell('F8').value, { formula: 'SUM(F5:F7)', result: 1664.55 })
    const detail = workbook.getWorksheet('Détail')!
    assert.deepEqual(detail.getCell('Q9').value, { formula: 'SUM(Q1:Q8)', result: 1664.55 })
    assert.equal(detail.getCell('A2').value, 'ELUS-2026-00042')
    assert.equal(detail.getCell('A8').value, 'ELUS-2026-00043')
  })

  test('un relevé retenu dit pourquoi', async ({ assert }) => {
    const workbook = await read()
    assert.equal(workbook.getWorksheet('Synthèse')!.getCell('H7').value, 'Réclamation ouverte')
  })

  test('le barème garde un plafond absent vide, et un plafond nul à zéro', async ({ assert }) => {
    const workbook = await read()
    const sheet = workbook.getWorksheet('Barème')!
    assert.isNull(sheet.getCell('H2').value)
    assert.equal(sheet.getCell('H3').value, 0)
    assert.deepEqual(sheet.getCell('B2').value, new Date('2026-01-01T00:00:00Z'))
    assert.isNull(sheet.getCell('C2').value)
  })

  test('un contrôle qui ne tombe pas juste montre son écart', async ({ assert }) => {
    const workbook = await read()
    const sheet = workbook.getWorksheet('Contrôles')!
    assert.equal(sheet.getCell('E2').value, 'conforme')
    assert.equal(sheet.getCell('E3').value, 'écart')
    assert.deepEqual(sheet.getCell('D3').value, { formula: 'ROUND(C3-B3,2)', result: -0.01 })
    assert.equal(sheet.getCell('A6').value, 'Fiches reçues hors délai')
    assert.equal(sheet.getCell('C6').value, 3)
  })

  test('les mêmes données donnent les mêmes octets', async ({ assert }) => {
    const first = await renderRunWorkbook(runSample())
    assert.isTrue(first.equals(await renderRunWorkbook(runSample())))
  })
})
