import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import {
  newPath,
  read,
  rels,
  removeFiles,
  texts,
  workbook,
  workbookParts,
  zip,
} from '#tests/unit/intake/files'

const HEADER = texts('Référence', 'Convention', 'Date de saisine')

/** Reads the third cell of a one-row sheet. */
async function third(
  cell: string,
  book: { styles?: string; properties?: string; strings?: string } = {}
) {
  const data = `${HEADER}<row><c><v>1</v></c><c><v>2</v></c>${cell}</row>`
  const { rows, refused } = await read(await workbook({ sheets: [{ name: 'F', data }], ...book }))
  return refused ?? { text: rows[0]?.cells[2], faults: rows[0]?.faults }
}

const text = (value: string) => ({ text: value, faults: undefined })
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/>' +
  '<numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;days&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>'

test.group('Lecture d’un classeur', (group) => {
  group.teardown(removeFiles)

  test('un classeur d’exceljs se lit tel qu’on le voit', async ({ assert }) => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Saisines')
    sheet.getCell('B2').value = 'Export du 3e trimestre'
    sheet.getRow(4).values = [
      'Référence',
      'Convention',
      'Date saisine',
      'SIRET',
      'Montant',
      'Présenté',
      'Total',
      'Note',
      'Erreur',
    ]
    const row = sheet.getRow(7)
    row.values = [
      'PF-1',
      'AMF-2021',
      new Date(Date.UTC(2026, 9, 1)),
      '73282932000074',
      12.5,
      true,
      { formula: 'E7*2', result: 25 },
      { richText: [{ text: 'deux ' }, { text: 'mots', font: { bold: true } }] },
      { error: '#N/A' },
    ]
    row.getCell(3).numFmt = 'dd/mm/yyyy'
    const path = newPath('xlsx')
    await book.xlsx.writeFile(path)
    const { head, rows } = await read(path)
    assert.equal(head?.sheetName, 'Saisines')
    assert.equal(head?.headerRow, 4)
    assert.deepEqual(rows, [
      {
        rowNumber: 7,
        cells: [
          'PF-1',
          'AMF-2021',
          '2026-10-01',
          '73282932000074',
          '12.5',
          'oui',
          '25',
          'deux mots',
          '#N/A',
        ],
        faults: [8],
      },
    ])
  })

  test('{0} se lit {2}')
    .with([
      ['un entier', '<c><v>12</v></c>', '12'],
      [
        'un entier de quinze chiffres écrit avec un exposant',
        '<c><v>7.3282932000074E+13</v></c>',
        '73282932000074',
      ],
      [
        'un entier plus long qu’un double',
        '<c><v>12345678901234567891</v></c>',
        '12345678901234567891',
      ],
      ['un décimal', '<c><v>12.5</v></c>', '12.5'],
      ['un décimal à dix-sept chiffres', '<c><v>0.30000000000000004</v></c>', '0.3'],
      ['un petit décimal', '<c><v>1.5E-7</v></c>', '0.00000015'],
      ['un négatif', '<c><v>-0.5</v></c>', '-0.5'],
      ['une date', '<c s="1"><v>46348</v></c>', '2026-11-22'],
      ['une date avec une heure', '<c s="1"><v>46348.99</v></c>', '2026-11-22'],
      ['une date d’un format sur mesure', '<c s="2"><v>46348</v></c>', '2026-11-22'],
      ['le 28 février 1900', '<c s="1"><v>59</v></c>', '1900-02-28'],
      ['le 1er mars 1900', '<c s="1"><v>61</v></c>', '1900-03-01'],
      ['le 29 février 1900, qui n’a pas existé', '<c s="1"><v>60</v></c>', '60'],
      ['une date ISO', '<c t="d"><v>2026-11-22T00:00:00</v></c>', '2026-11-22'],
      ['un code postal au format 00000', '<c s="3"><v>1000</v></c>', '01000'],
      ['un nombre dont le format cite « days »', '<c s="4"><v>12.5</v></c>', '12.5'],
      ['une durée', '<c s="5"><v>0.5</v></c>', '0.5'],
      ['vrai', '<c t="b"><v>1</v></c>', 'oui'],
      ['faux', '<c t="b"><v>0</v></c>', 'non'],
      ['le texte d’une formule', '<c t="str"><f>A1</f><v>été</v></c>', 'été'],
      ['le texte vide d’une formule', '<c t="str"><f>A1</f><v></v></c>', ''],
      ['un texte enrichi sans son guide phonétique', '<c t="s"><v>0</v></c>', 'Élu local'],
      ['un retour à la ligne échappé', '<c t="s"><v>1</v></c>', 'a\rb _x0041_'],
    ] as const)
    .run(async ({ assert }, [, cell, expected]) => {
      const strings =
        '<si><r><t>Élu</t></r><rPh sb="0" eb="1"><t>elu</t></rPh><r><t xml:space="preserve"> local</t></r></si>' +
        '<si><t>a_x000D_b _x005F_x0041_</t></si>'
      assert.deepEqual(await third(cell, { styles: STYLES, strings }), text(expected))
    })

  test('le calendrier 1904 est reconnu', async ({ assert }) => {
    const properties = '<workbookPr date1904="1"/>'
    const cell = '<c s="1"><v>44886</v></c>'
    assert.deepEqual(await third(cell, { styles: STYLES, properties }), text('2026-11-22'))
  })

  test('une formule jamais calculée est signalée, pas lue comme vide', async ({ assert }) => {
    assert.deepEqual(await third('<c><f>1+1</f></c>'), {
      text: '#FORMULE NON CALCULÉE',
      faults: [2],
    })
  })

  test('les positions absentes se comptent, les positions écrites comptent', async ({ assert }) => {
    const data = `${HEADER}<row r="9"><c r="B9"><v>2</v></c><c><v>3</v></c></row>${texts('a')}`
    const { rows } = await read(await workbook({ sheets: [{ name: 'F', data }] }))
    assert.deepEqual(rows, [
      { rowNumber: 9, cells: ['', '2', '3'] },
      { rowNumber: 10, cells: ['a', '', ''] },
    ])
  })

  test('la première feuille visible qui porte des titres connus est retenue et nommée', async ({
    assert,
  }) => {
    const path = await workbook({
      sheets: [
        { name: 'Ancien', data: HEADER + texts('caché'), state: 'hidden' },
        { name: 'Lisez-moi', data: texts('Bonjour') },
        { name: 'Saisines &amp; suites', data: HEADER + texts('PF-1') },
        { name: 'Copie', data: HEADER + texts('PF-2') },
      ],
    })
    const { head, rows } = await read(path)
    assert.equal(head?.sheetName, 'Saisines & suites')
    assert.deepEqual(rows, [{ rowNumber: 2, cells: ['PF-1', '', ''] }])
  })

  test('préfixes et standard strict se lisent comme le reste', async ({ assert }) => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const parts = workbookParts({ sheets: [{ name: 'F', data: '' }] })
    const path = await zip({
      ...parts,
      '_rels/.rels': rels(['r', `${strict}/officeDocument`, '/xl/workbook.xml']),
      'xl/workbook.xml': `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="${strict}"><x:sheets><x:sheet name="F" sheetId="1" q:id="f0"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': rels(['f0', `${strict}/worksheet`, '../xl/worksheets/s0.xml']),
      'xl/worksheets/s0.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${(HEADER + texts('PF-1')).replaceAll(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
    })
    const { rows, refused } = await read(path)
    assert.isUndefined(refused)
    assert.deepEqual(rows, [{ rowNumber: 2, cells: ['PF-1', '', ''] }])
  })

  test('cent mille lignes de dix colonnes se lisent jusqu’à la dernière', async ({ assert }) => {
    const titles = ['reference', 'convention', 'association', 'date_saisine', 'canal']
    const shared = [
      ...titles,
      'departement',
      'mandat',
      'nature',
      'issue',
      'montant',
      'AMF-2021',
      'menaces',
    ]
    const header = shared.slice(0, 10).map((_, n) => `<c t="s"><v>${n}</v></c>`)
    let data = `<row r="1">${header.join('')}</row>`
    for (let r = 2; r <= 100_001; r++) {
      data +=
        `<row r="${r}" spans="1:10"><c r="A${r}" t="inlineStr"><is><t>PF-2026-${r}</t></is></c>` +
        `<c r="B${r}" t="s"><v>10</v></c><c r="C${r}"><v>${r % 130}</v></c><c r="D${r}" s="1"><v>46348</v></c>`
      for (const column of 'EFGHI') data += `<c r="${column}${r}" t="s"><v>11</v></c>`
      data += `<c r="J${r}"><v>${r / 4}</v></c></row>`
    }
    const strings = shared.map((word) => `<si><t>${word}</t></si>`).join('')
    const path = await workbook({ sheets: [{ name: 'F', data }], styles: STYLES, strings })
    const { rows } = await read(path)
    assert.lengthOf(rows, 100_000)
    const five = Array.from({ length: 5 }, () => 'menaces')
    assert.deepEqual(rows[99_999], {
      rowNumber: 100_001,
      cells: ['PF-2026-100001', 'AMF-2021', '31', '2026-11-22', ...five, '25000.25'],
    })
  })
})
