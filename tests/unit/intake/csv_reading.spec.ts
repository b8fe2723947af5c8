import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { csvRecords } from '#app/intake/reader/csv_records'
import { seed } from '#tests/unit/shared/property_seed'
import { file, read, readCsv, removeFiles } from '#tests/unit/intake/files'

const ROW = { rowNumber: 2, cells: ['PF-1', 'AMF-2021', 'Élus de l’Œuvre'] }
const TEXT = 'Référence;Convention;Association\r\nPF-1;AMF-2021;Élus de l’Œuvre\r\n'

test.group('Lecture d’un CSV', (group) => {
  group.teardown(removeFiles)

  test('un export de bureau se lit en {0}')
    .with([
      ['UTF-8', Buffer.from(TEXT)],
      ['UTF-8 avec BOM', Buffer.from(`\ufeff${TEXT}`)],
      ['UTF-16 petit-boutiste', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
      ['UTF-16 gros-boutiste', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
      ['Windows-1252', Buffer.from(TEXT.replace('’', '\x92').replace('Œ', '\x8c'), 'latin1')],
      ['fins de ligne LF', Buffer.from(TEXT.replaceAll('\r\n', '\n'))],
      ['fins de ligne CR', Buffer.from(TEXT.replaceAll('\r\n', '\r'))],
      ['sans fin de ligne finale', Buffer.from(TEXT.trimEnd())],
      ['virgules', Buffer.from(TEXT.replaceAll(';', ','))],
      ['tabulations', Buffer.from(TEXT.replaceAll(';', '\t'))],
    ] as const)
    .run(async ({ assert }, [, content]) => {
      const { head, rows, refused } = await readCsv(content)
      assert.isUndefined(refused)
      assert.deepEqual(head, {
        headers: ['Référence', 'Convention', 'Association'],
        headerRow: 1,
        sheetName: '',
        format: 'csv',
      })
      assert.deepEqual(rows, [ROW])
    })

  test('un titre et des lignes vides précèdent l’en-tête : les numéros restent ceux du fichier', async ({
    assert,
  }) => {
    const { head, rows } = await readCsv(
      'Saisines du trimestre;;\n\n;;\nreference;convention;commentaire\nA;B;"deux\nlignes"\n;;\nC;D;\n'
    )
    assert.equal(head?.headerRow, 4)
    assert.deepEqual(rows, [
      { rowNumber: 5, cells: ['A', 'B', 'deux\nlignes'] },
      { rowNumber: 8, cells: ['C', 'D', ''] },
    ])
  })

  test('une ligne courte est complétée, des cellules vides en trop sont ignorées', async ({
    assert,
  }) => {
    const { rows } = await readCsv('reference;convention\nA\nB;C;;;\n')
    assert.deepEqual(rows, [
      { rowNumber: 2, cells: ['A', ''] },
      { rowNumber: 3, cells: ['B', 'C'] },
    ])
  })

  test('les colonnes inconnues sont rendues, même nommées comme des prototypes', async ({
    assert,
  }) => {
    const { head, rows } = await readCsv(
      '__proto__;reference;constructor;convention;toString\n1;2;3;4;5\n'
    )
    assert.deepEqual(head?.headers, [
      '__proto__',
      'reference',
      'constructor',
      'convention',
      'toString',
    ])
    assert.deepEqual(rows, [{ rowNumber: 2, cells: ['1', '2', '3', '4', '5'] }])
  })

  test('un accent à cheval sur deux morceaux du fichier reste entier', async ({ assert }) => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `${n};é${'à'.repeat(n % 7)}`)
    const { rows } = await readCsv(`reference;convention\n${lines.join('\n')}`)
    assert.deepEqual(
      rows.map(({ cells }) => cells.join(';')),
      lines
    )
  })

  test('le lecteur s’accorde avec csv-parse, quel que soit le découpage du texte', ({ assert }) => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', ' ', '=') })
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
      )
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const text = stringify(rows, { delimiter: ';' })
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
        const records = [...csvRecords(pieces, ';', 10_000)].flat()
        assert.deepEqual(
          records.map(({ cells }) => cells),
          parse(text, { delimiter: ';', skip_empty_lines: true })
        )
      }),
      { seed }
    )
  })

  test('les lots arrivent au rythme de celui qui les prend', async ({ assert }) => {
    const lines = Array.from({ length: 50_000 }, (_, n) => `R${n};C`)
    const path = file(`reference;convention\n${lines.join('\n')}\n`)
    const { rows, seconds } = await read(path)
    assert.lengthOf(rows, 50_000)
    assert.deepEqual(rows.at(-1), { rowNumber: 50_001, cells: ['R49999', 'C'] })
    assert.isBelow(seconds, 5)
  })
})
