import { test } from '@japa/runner'
import { checkExport } from '#app/ledger/export/check_export'

const HEADER =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|' +
  'EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise'
const DEBIT =
  'REV|Reversements|7|20260410|6571|Aides|||R1|20260410|Relev\xe9|1234,56|0,00|||20260410||'
const CREDIT =
  'REV|Reversements|7|20260410|4671|Associations|AV01|Alpha|R1|20260410|Relev\xe9|0,00|1234,56|||20260410||'
const FILE = [HEADER, DEBIT, CREDIT, ''].join('\r\n')

async function problemsOf(file: string): Promise<string[]> {
  const { problems } = await checkExport([Buffer.from(file, 'latin1')])
  return problems.map(
    ({ line, code, message }) => `${line} ${code} ${message.replace(/[\u00a0\u202f]/g, ' ')}`
  )
}

test.group('Vérification du fichier des écritures', () => {
  test('un fichier en règle passe', async ({ assert }) => {
    assert.deepEqual(await checkExport([Buffer.from(FILE, 'latin1')]), {
      lines: 2,
      entries: 1,
      problems: [],
    })
  })

  test('les morceaux, les fins de ligne et la tabulation ne changent rien', async ({ assert }) => {
    const bytes = Buffer.from(
      FILE.replaceAll('|', '\t').replaceAll('\r\n', '\n').replace(/\n$/, ''),
      'latin1'
    )
    const chunks = [...bytes].map((byte) => Uint8Array.of(byte))
    assert.deepEqual(await checkExport(chunks), { lines: 2, entries: 1, problems: [] })
  })

  const second = (text: string) => text.replaceAll('|7|', '|8|')
  const rules: [rule: string, file: string, says: string[]][] = [
    [
      'un champ de moins',
      FILE.replace('Alpha|R1|', 'Alpha|'),
      [
        '3 CHAMPS 17 champs au lieu de 18.',
        '3 EQUILIBRE L’écriture 7 n’est pas équilibrée : débit 1 234,56 €, crédit 0,00 €.',
      ],
    ],
    [
      'un en-tête autre',
      FILE.replace('JournalLib', 'JournalLabel'),
      ['1 ENTETE L’en-tête n’a pas les 18 colonnes attendues, dans leur ordre.'],
    ],
    [
      'une date impossible',
      FILE.replace('R1|20260410', 'R1|20260230'),
      ['2 DATE PieceDate : « 20260230 » n’est pas un jour AAAAMMJJ.'],
    ],
    [
      'une date à tirets',
      FILE.replace('|7|20260410', '|7|2026-04-10'),
      ['2 DATE EcritureDate : « 2026-04-10 » n’est pas un jour AAAAMMJJ.'],
    ],
    [
      'une date de lettrage impossible',
      FILE.replace('0,00|||2026', '0,00|AA|20261301|2026'),
      ['2 DATE DateLet : « 20261301 » n’est pas un jour AAAAMMJJ.'],
    ],
    [
      'un lettrage sans sa date',
      FILE.replace('0,00|||2026', '0,00|AA||2026'),
      ['2 LETTRAGE EcritureLet et DateLet vont ensemble.'],
    ],
    [
      'un point décimal',
      FILE.replaceAll('1234,56', '1234.56'),
      [
        '2 MONTANT Debit : « 1234.56 » a un point au lieu de la virgule.',
        '3 MONTANT Credit : « 1234.56 » a un point au lieu de la virgule.',
      ],
    ],
    [
      'un espace entre les milliers',
      FILE.replaceAll('1234,56', '1 234,56'),
      [
        '2 MONTANT Debit : « 1 234,56 » a un espace entre les milliers.',
        '3 MONTANT Credit : « 1 234,56 » a un espace entre les milliers.',
      ],
    ],
    [
      'une espace insécable entre les milliers',
      FILE.replace('1234,56', '1\xa0234,56').replace('1234,56', '1\xa0234,56'),
      [
        '2 MONTANT Debit : « 1 234,56 » a un espace entre les milliers.',
        '3 MONTANT Credit : « 1 234,56 » a un espace entre les milliers.',
      ],
    ],
    [
      'un montant négatif',
      FILE.replaceAll('1234,56', '-1234,56'),
      [
        '2 MONTANT Debit : « -1234,56 » n’est pas un montant à deux décimales.',
        '3 MONTANT Credit : « -1234,56 » n’est pas un montant à deux décimales.',
      ],
    ],
    [
      'un montant vide',
      FILE.replace('1234,56|0,00', '1234,56|'),
      ['2 MONTANT Credit : «  » n’est pas un montant à deux décimales.'],
    ],
    [
      'une ligne au débit et au crédit',
      FILE.replace('1234,56|0,00', '1234,56|1,00').replace('0,00|1234,56', '1,00|1234,56'),
      [
        '2 SENS La ligne n’est pas soit au débit, soit au crédit : elle est au débit et au crédit.',
        '3 SENS La ligne n’est pas soit au débit, soit au crédit : elle est au débit et au crédit.',
      ],
    ],
    [
      'une ligne nulle',
      FILE.replaceAll('1234,56', '0,00'),
      [
        '2 SENS La ligne n’est pas soit au débit, soit au crédit : elle est ni au débit ni au crédit.',
        '3 SENS La ligne n’est pas soit au débit, soit au crédit : elle est ni au débit ni au crédit.',
      ],
    ],
    [
      'un compte de deux chiffres',
      FILE.replace('6571', '65'),
      ['2 COMPTE CompteNum : « 65 » ne commence pas par trois chiffres.'],
    ],
    [
      'un compte de lettres',
      FILE.replace('6571', 'FOUR'),
      ['2 COMPTE CompteNum : « FOUR » ne commence pas par trois chiffres.'],
    ],
    [
      'un trou dans les numéros',
      [FILE + DEBIT.replace('|7|', '|9|'), CREDIT.replace('|7|', '|9|')].join('\r\n'),
      ['4 NUMERO EcritureNum : « 9 » n’est pas un numéro ou ne suit pas 7.'],
    ],
    [
      'un numéro qui revient en arrière',
      [FILE + second(DEBIT), second(CREDIT), DEBIT, CREDIT].join('\r\n'),
      ['6 NUMERO EcritureNum : « 7 » n’est pas un numéro ou ne suit pas 8.'],
    ],
    [
      'un numéro qui n’en est pas un',
      FILE.replaceAll('|7|', '|A7|'),
      ['2 NUMERO EcritureNum : « A7 » n’est pas un numéro.'],
    ],
    [
      'une écriture déséquilibrée',
      FILE.replace('0,00|1234,56', '0,00|1234,55') + [second(DEBIT), second(CREDIT)].join('\r\n'),
      ['4 EQUILIBRE L’écriture 7 n’est pas équilibrée : débit 1 234,56 €, crédit 1 234,55 €.'],
    ],
    ['une ligne vide', FILE.replace('\r\nREV', '\r\n\r\nREV'), ['2 LIGNE_VIDE La ligne est vide.']],
    ['une ligne vide à la fin', `${FILE}\r\n`, ['4 LIGNE_VIDE La ligne est vide.']],
    ['un libellé vide', FILE.replace('|Aides|', '| |'), ['2 OBLIGATOIRE CompteLib est vide.']],
    [
      'un auxiliaire sans libellé',
      FILE.replace('|Alpha|', '||'),
      ['3 AUXILIAIRE CompAuxNum et CompAuxLib vont ensemble.'],
    ],
    [
      'de l’UTF-8',
      FILE.replace('\xe9', '\xc3\xa9'),
      ['2 ENCODAGE La ligne est en UTF-8, pas en ISO 8859-15.'],
    ],
    [
      'une marque d’ordre UTF-8',
      `\xef\xbb\xbf${FILE}`,
      [
        '1 ENCODAGE La ligne est en UTF-8, pas en ISO 8859-15.',
        '1 ENTETE L’en-tête n’a pas les 18 colonnes attendues, dans leur ordre.',
      ],
    ],
    [
      'du Windows-1252',
      FILE.replace('\xe9', '\x92'),
      ['2 ENCODAGE La ligne contient un caractère de commande (0x92).'],
    ],
    [
      'une tabulation dans un champ',
      FILE.replace('Aides', 'Ai\tdes'),
      ['2 ENCODAGE La ligne contient un caractère de commande (0x09).'],
    ],
    ['un fichier sans écriture', `${HEADER}\r\n`, ['1 VIDE Le fichier n’a aucune écriture.']],
    ['un fichier vide', '', ['0 VIDE Le fichier n’a aucune écriture.']],
  ]
  for (const [rule, file, says] of rules) {
    test(`${rule} : refus`, async ({ assert }) => {
      assert.deepEqual(await problemsOf(file), says)
    })
  }

  test('la même faute partout n’est dite que cinquante fois', async ({ assert }) => {
    const { problems } = await checkExport([Buffer.from(`${HEADER}\n${'x\n'.repeat(1000)}`)])
    assert.isAtMost(problems.length, 51)
  })
})
