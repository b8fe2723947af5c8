import { existsSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import { writeErrorsCopy } from '#app/intake/writer/write_errors_copy'
import { writeTemplate, type TemplateColumn } from '#app/intake/writer/write_template'
import { file, KNOWN, newPath, read, removeFiles, texts, workbook } from '#tests/unit/intake/files'

const options = { known: KNOWN }
const COLUMNS: TemplateColumn[] = [
  { key: 'reference', required: true, accepts: 'La référence de la plateforme.', kind: 'text' },
  { key: 'date_saisine', required: true, accepts: 'Un jour\u00a0: 22/11/2026.', kind: 'day' },
  { key: 'montant', required: false, accepts: 'Un montant en euros.', kind: 'amount' },
]

async function opened(path: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book.worksheets[0]!
}

test.group('Modèle à remplir', (group) => {
  group.teardown(removeFiles)

  test('il porte les titres, les formats et un mode d’emploi', async ({ assert }) => {
    const bytes = await writeTemplate(COLUMNS, {
      title: 'Saisines',
      notes: ['Une ligne par saisine.'],
    })
    const path = file(bytes, 'xlsx')
    const sheet = await opened(path)
    assert.equal(sheet.views[0]?.state, 'frozen')
    assert.deepEqual(
      [1, 2, 3].map((column) => sheet.getColumn(column).numFmt),
      ['@', 'dd/mm/yyyy', '#,##0.00 "€"']
    )
    const help = sheet.workbook.getWorksheet('Mode d’emploi')!
    assert.equal(help.getCell('A1').value, 'Saisines')
    assert.deepEqual(help.getRow(6).values, [
      undefined,
      'date_saisine',
      'oui',
      'Un jour\u00a0: 22/11/2026.',
    ])
    const { head, refused } = await read(path)
    assert.isUndefined(refused)
    assert.deepEqual(head?.headers, ['reference', 'date_saisine', 'montant'])
    assert.equal(head?.sheetName, 'Saisines')
  })
})

test.group('Copie avec les erreurs', (group) => {
  group.teardown(removeFiles)

  test('un classeur revient avec ses lignes à leur place et une colonne Erreurs', async ({
    assert,
  }) => {
    const data =
      `<row r="3"><c t="str"><v>reference</v></c><c t="str"><v>convention</v></c></row>` +
      `<row r="5"><c t="str"><v>=1+1</v></c><c t="str"><v>01 &amp; &lt;02&gt;</v></c></row>` +
      `<row r="1048576"><c t="str"><v>@x</v></c></row>`
    const source = await workbook({ sheets: [{ name: 'Saisines', data }] })
    const out = newPath('xlsx')
    const problems = new Map([[5, ['Référence inconnue.', 'Convention inconnue.']]])
    assert.isNull(await writeErrorsCopy(source, problems, out, options))
    const { head, rows } = await read(out)
    assert.equal(head?.sheetName, 'Saisines')
    assert.equal(head?.headerRow, 3)
    assert.deepEqual(head?.headers, ['reference', 'convention', 'Erreurs'])
    assert.deepEqual(rows, [
      { rowNumber: 5, cells: ['=1+1', '01 & <02>', 'Référence inconnue. | Convention inconnue.'] },
      { rowNumber: 1_048_576, cells: ['@x', '', ''] },
    ])
  })

  test('exceljs et un tableur y voient des textes, jamais des formules', async ({ assert }) => {
    const source = await workbook({
      sheets: [{ name: 'F', data: texts('reference', 'convention') + texts('=1+1', '-2') }],
    })
    const out = newPath('xlsx')
    await writeErrorsCopy(source, new Map(), out, options)
    const sheet = await opened(out)
    const cell = sheet.getCell('A2')
    assert.equal(cell.value, '=1+1')
    assert.equal(cell.numFmt, '@')
    assert.isUndefined(cell.formula)
  })

  test('un CSV revient en CSV français, chaque enregistrement sur sa ligne', async ({ assert }) => {
    const source = file('Titre\n\nreference,convention\n=A1,"x\ny"\n\n+33,-2\n@z,"a""b"\n')
    const out = newPath('csv')
    assert.isNull(await writeErrorsCopy(source, new Map([[7, ['Inconnue.']]]), out, options))
    assert.equal(
      readFileSync(out, 'utf8'),
      '\ufeff\r\n\r\nreference;convention;Erreurs\r\n' +
        '\'=A1;"x\ny";\r\n\r\n\'+33;\'-2;Inconnue.\r\n\'@z;"a""b";\r\n'
    )
  })

  test('les erreurs d’une copie précédente cèdent la place', async ({ assert }) => {
    const source = file('reference;Erreurs;convention\nA;ancienne;B\n')
    const out = newPath('csv')
    await writeErrorsCopy(source, new Map([[2, ['nouvelle']]]), out, options)
    assert.equal(
      readFileSync(out, 'utf8'),
      '\ufeffreference;convention;Erreurs\r\nA;B;nouvelle\r\n'
    )
  })

  test('une source refusée ne laisse aucun fichier', async ({ assert }) => {
    const out = newPath('csv')
    const early = await writeErrorsCopy(file('%PDF-1.7'), new Map(), out, options)
    assert.equal(early?.refused.code, 'not_a_sheet')
    const late = await writeErrorsCopy(
      file(`reference;convention\n${'a;b\n'.repeat(20_000)}c;"d`),
      new Map(),
      out,
      options
    )
    assert.equal(late?.refused.code, 'open_quote')
    assert.isFalse(existsSync(out))
  })
})
