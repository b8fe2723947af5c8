import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import type { SheetLimits } from '#app/intake/reader/limits'
import {
  file,
  read,
  removeFiles,
  texts,
  workbook,
  zip,
  type RawWorkbook,
} from '#tests/unit/intake/files'

const HEADER = texts('reference', 'convention', 'association')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const NO_BREAK = /[\u00a0\u202f]/g

const ole = (stream: string) =>
  Buffer.concat([OLE, Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
const book = (data: string, rest: Partial<RawWorkbook> = {}) =>
  workbook({ sheets: [{ name: 'F', data: HEADER + data }], ...rest })
const csv = (rows: string | Buffer) =>
  file(Buffer.concat([Buffer.from('reference;convention\n'), Buffer.from(rows)]))
const many = (row: string, times: number) => row.repeat(times)

/** Changes bytes of a sound workbook: `edit` is given the whole archive. */
async function tampered(edit: (bytes: Buffer) => Buffer): Promise<string> {
  return file(edit(readFileSync(await book(texts('PF-1')))), 'xlsx')
}

/** Writes the same field in every header of the central directory. */
function inDirectory(bytes: Buffer, offset: number, value: number, size: 2 | 4): Buffer {
  const signature = Buffer.from('504b0102', 'hex')
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 4)) {
    bytes.writeUIntLE(value, at + offset, size)
  }
  return bytes
}

type Case = [
  title: string,
  make: () => string | Promise<string>,
  message: RegExp,
  limits?: Partial<SheetLimits>,
]

const OTHER_FILES: Case[] = [
  ['un chemin qui n’existe pas', () => '/nulle/part.csv', /ne peut pas être ouvert/],
  ['un fichier vide', () => file(''), /est vide/],
  ['un PDF', () => file('%PDF-1.7\n…', 'xlsx'), /un PDF, pas un tableau/],
  ['une image', () => file(Buffer.from('89504e470d0a1a0a0000', 'hex')), /une image/],
  ['un vieux .xls', () => file(ole('Workbook'), 'xls'), /Excel d’avant 2007/],
  ['un classeur à mot de passe', () => file(ole('EncryptedPackage'), 'xlsx'), /mot de passe/],
  ['un .doc', () => file(ole('WordDocument'), 'doc'), /ancien document Office/],
  ['un .docx', () => zip({ 'word/document.xml': '<d/>' }), /un document Word/],
  [
    'un .ods nommé .xlsx',
    () =>
      zip({ 'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<c/>' }),
    /LibreOffice/,
  ],
  ['un ZIP quelconque', () => zip({ 'notes.txt': 'bonjour' }), /une archive ZIP/],
  ['une page web', () => file('<html><table><tr><td>reference', 'xls'), /une page web/],
  [
    'un XML 2003',
    () =>
      file(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        'xls'
      ),
    /XML 2003/,
  ],
  [
    'un binaire',
    () => file(Buffer.from([1, 2, 3, 4, 250, 0, 12]), 'csv'),
    /ni un classeur .xlsx ni un texte CSV/,
  ],
]

const ARCHIVES: Case[] = [
  ['un ZIP tronqué', () => tampered((bytes) => bytes.subarray(0, bytes.length - 60)), /endommagé/],
  ['un ZIP coupé au début', () => tampered((bytes) => bytes.subarray(0, 40)), /endommagé/],
  ['un ZIP chiffré', () => tampered((bytes) => inDirectory(bytes, 8, 1, 2)), /mot de passe/],
  [
    'un ZIP de plus de 10 Mo',
    () => file(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(10 * 1024 * 1024)])),
    /dépasse 10 Mo/,
  ],
  [
    'plus de 200 éléments',
    () => zip(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`a${n}`, '']))),
    /trop d’éléments/,
  ],
  [
    'une taille annoncée de 4 Go',
    () => tampered((bytes) => inDirectory(bytes, 24, 0xfffffff0, 4)),
    /dépasse 200 Mo/,
  ],
  [
    'une taille annoncée trop petite',
    () => tampered((bytes) => inDirectory(bytes, 24, 10, 4)),
    /endommagé/,
  ],
  [
    'une taille réelle au-delà de la limite',
    () => book(texts('PF-1')),
    /Une fois décompressé/,
    { unpackedBytes: 1_200 },
  ],
  [
    'une bombe de compression',
    () => book(`<row><c><v>1</v></c></row>${many(' ', 30_000_000)}`),
    /compressé de façon anormale/,
  ],
  [
    'un chemin qui remonte',
    () =>
      tampered((bytes) =>
        Buffer.from(
          bytes.toString('latin1').replaceAll('xl/workbook.xml', '../../etc/passw'),
          'latin1'
        )
      ),
    /noms d’éléments anormaux/,
  ],
  [
    'deux éléments du même nom',
    async () => {
      const sheets = [HEADER, HEADER].map((data) => ({ name: 'F', data }))
      const bytes = readFileSync(await workbook({ sheets })).toString('latin1')
      return file(Buffer.from(bytes.replaceAll('sheets/s1.xml', 'sheets/S0.xml'), 'latin1'))
    },
    /noms d’éléments anormaux/,
  ],
]

const LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'

const WORKBOOKS: Case[] = [
  [
    'mille millions de rires',
    () =>
      book('', {
        parts: {
          'xl/worksheets/s0.xml': `${LAUGHS}<worksheet><sheetData><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>`,
        },
      }),
    /qu’aucun tableur n’écrit/,
  ],
  [
    'un DOCTYPE dans le classeur',
    () =>
      book('', {
        parts: { 'xl/workbook.xml': '<!DOCTYPE w SYSTEM "file:///etc/passwd"><workbook/>' },
      }),
    /qu’aucun tableur n’écrit/,
  ],
  ['une entité inconnue', () => book(texts('&xxe;')), /endommagé/],
  ['un XML mal formé', () => book('<row><c></row>'), /endommagé/],
  ['une imbrication profonde', () => book(many('<a>', 100_000)), /qu’aucun tableur n’écrit/],
  [
    'un commentaire sans fin',
    () => book(`<!--${Buffer.alloc(1_500_000, 'é&x').toString()}${Math.random()}-->`),
    /qu’aucun tableur n’écrit|anormale/,
  ],
  ['trop de lignes', () => book(many(texts('a'), 51)), /dépasse 50 lignes/, { workbookRows: 50 }],
  [
    'trop de colonnes',
    () =>
      workbook({
        sheets: [
          {
            name: 'F',
            data: `<row>${many('<c t="str"><v>reference</v></c>', 1)}<c t="str"><v>convention</v></c><c r="GS1" t="str"><v>trop</v></c></row>`,
          },
        ],
      }),
    /La ligne 1 dépasse 200 colonnes/,
  ],
  [
    'une cellule trop longue',
    () => book(texts('a', 'x'.repeat(10_001))),
    /Une cellule de la ligne 2 dépasse 10 000 caractères/,
  ],
  [
    'trop de textes partagés',
    () => book('', { strings: many('<si><t>a</t></si>', 1001) }),
    /trop de textes/,
    { sharedStrings: 1000 },
  ],
  [
    'une cellule seule au bout de la feuille',
    () => book('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    /La cellule XFD1048576 est remplie/,
  ],
  [
    'une cellule hors du tableau',
    () => book(texts('a', 'b', 'c', 'd')),
    /La cellule D2 est remplie/,
  ],
  [
    'une ligne au-delà de la dernière',
    () => book('<row r="99999999999"><c><v>1</v></c></row>'),
    /endommagé/,
  ],
  ['une position absurde', () => book('<row><c r="A0"><v>1</v></c></row>'), /endommagé/],
  ['une rangée sans fin', () => book(`<row>${many('<c/>', 100_000)}</row>`), /endommagé/],
  ['des lignes dans le désordre', () => book('<row r="9"/><row r="3"/>'), /endommagé/],
  [
    'un texte partagé qui n’existe pas',
    () => book('<row><c t="s"><v>7</v></c></row>'),
    /endommagé/,
  ],
  [
    'un texte partagé nommé __proto__',
    () => book('<row><c t="s"><v>__proto__</v></c></row>'),
    /endommagé/,
  ],
  [
    'aucune feuille visible',
    () => workbook({ sheets: [{ name: 'F', data: HEADER, state: 'veryHidden' }] }),
    /aucune feuille visible/,
  ],
  [
    'deux colonnes du même titre',
    () =>
      workbook({ sheets: [{ name: 'F', data: texts('Référence', 'convention', 'REFERENCE ') }] }),
    /Les colonnes A et C portent le même titre « REFERENCE »/,
  ],
  [
    'aucun titre connu',
    () => workbook({ sheets: [{ name: 'F', data: texts('a', 'b') }] }),
    /Titres cherchés : reference, convention/,
  ],
]

const CSVS: Case[] = [
  ['un octet nul', () => csv('a\0b;c\n'), /ni un classeur .xlsx ni un texte CSV/],
  [
    'un octet nul au millionième octet',
    () => csv(`${many('a;b\n', 300_000)}\0;b\n`),
    /ni un classeur/,
  ],
  [
    'un guillemet jamais refermé',
    () => csv('a;b\n\nc;"d\ne;f\n'),
    /ouvert à la ligne 4 n’est pas refermé/,
  ],
  [
    'un guillemet jamais refermé dans un grand fichier',
    () => csv(`a;"b\n${many('c;d\n', 500_000)}`),
    /ouvert à la ligne 2 n’est pas refermé/,
  ],
  [
    'un guillemet au milieu d’une cellule',
    () => csv('a;b"c"\n'),
    /La ligne 2 contient un guillemet/,
  ],
  ['un texte après un guillemet', () => csv('a;"b"c\n'), /La ligne 2 contient un guillemet/],
  [
    'plus de cellules que de titres',
    () => csv('a;b\nc;d;e\n'),
    /La ligne 3 compte 3 cellules pour 2 titres/,
  ],
  ['deux séparateurs', () => csv('a,b\n'), /La ligne 2 n’emploie pas le même séparateur/],
  [
    'deux encodages',
    () => csv(Buffer.concat([Buffer.from('été;b\n'), Buffer.from('été;b\n', 'latin1')])),
    /commence à la ligne 3/,
  ],
  [
    'un BOM UTF-8 suivi d’un autre encodage',
    () =>
      file(
        Buffer.concat([
          Buffer.from('\ufeffreference;convention\n'),
          Buffer.from('été;b\n', 'latin1'),
        ])
      ),
    /commence à la ligne 2/,
  ],
  ['trop de lignes', () => csv(many('a;b\n', 51)), /dépasse 50 lignes/, { csvRows: 50 }],
  [
    'trop de colonnes',
    () => file(`reference;convention;${many('x;', 200)}x\n`),
    /La ligne 1 dépasse 200 colonnes/,
  ],
  [
    'une cellule trop longue',
    () => csv(`a;${many('x', 10_001)}\n`),
    /Une cellule de la ligne 2 dépasse 10 000 caractères/,
  ],
  [
    'une cellule trop longue entre guillemets',
    () => csv(`a;"${many('x', 10_001)}"\n`),
    /Une cellule de la ligne 2 dépasse/,
  ],
  [
    'une seule ligne de 20 Mo',
    () => csv(many('x', 20_000_000)),
    /Une cellule de la ligne 2 dépasse/,
  ],
  ['vingt millions de guillemets', () => csv(many('"', 20_000_001)), /n’est pas refermé|dépasse/],
  ['deux titres identiques', () => file('Référence;convention;reference\n'), /Les colonnes A et C/],
  [
    'aucun titre connu',
    () => file('a;b\nc;d\n'),
    /Aucune ligne de titres n’a été reconnue dans les 20 premières lignes/,
  ],
]

const WORKER: Case[] = [
  ['un temps dépassé', () => csv(many('a;b\n', 10)), /prend trop de temps/, { partTime: 1 }],
  [
    'une mémoire dépassée',
    () =>
      book('', {
        strings: Array.from({ length: 200_000 }, (_, n) => `<si><t>texte ${n}</t></si>`).join(''),
      }),
    /demande trop de mémoire/,
    { heapMb: 6 },
  ],
]

for (const [name, cases] of Object.entries({
  'Autres fichiers': OTHER_FILES,
  'Archives': ARCHIVES,
  'Classeurs': WORKBOOKS,
  'CSV': CSVS,
  'Lecteur': WORKER,
})) {
  test.group(`Fichiers hostiles : ${name}`, (group) => {
    group.teardown(removeFiles)
    test('{0} : refus clair en moins de cinq secondes')
      .with(cases)
      .run(async ({ assert }, [, make, message, limits]) => {
        const path = await make()
        // The other specs of the process have their own memory: what counts is what reading adds.
        const before = process.memoryUsage().rss
        const { refused, seconds } = await read(path, { limits })
        assert.match(refused?.message.replace(NO_BREAK, ' ') ?? 'rien n’est refusé', message)
        assert.isNotEmpty(refused?.remedy)
        assert.isBelow(seconds, 5)
        assert.isBelow(process.memoryUsage().rss - before, 512 * 1024 * 1024)
      })
  })
}

test.group('Fichiers lourds mais honnêtes', (group) => {
  group.teardown(removeFiles)

  test('fusions et listes déroulantes sur toute la feuille ne coûtent rien', async ({ assert }) => {
    const after =
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>'
    const path = await workbook({ sheets: [{ name: 'F', data: HEADER + texts('PF-1'), after }] })
    const { rows, seconds } = await read(path)
    assert.lengthOf(rows, 1)
    assert.isBelow(seconds, 1)
  })

  test('une cellule vide mise en forme au bout de la feuille est ignorée', async ({ assert }) => {
    const { rows, refused } = await read(
      await book('<row r="1048576"><c r="XFD1048576" s="1"/></row>')
    )
    assert.isUndefined(refused)
    assert.lengthOf(rows, 0)
  })
})
