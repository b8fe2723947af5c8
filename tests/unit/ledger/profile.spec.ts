import { test } from '@japa/runner'
import type { ExportedEntry } from '#app/ledger/export/export_entries'
import { profileHeader, profileRows } from '#app/ledger/profile/profile_rows'
import { readBookSettings } from '#app/ledger/profile/record_book_settings'
import { isRefused } from '#app/shared/result'

const ENTRY: ExportedEntry = {
  id: 7,
  journalCode: 'REV',
  journalLabel: 'Reversements',
  entryDate: '2026-04-10',
  pieceRef: 'REL-2026-000001',
  pieceDate: '2026-04-09',
  label: 'Relevé d’avril; « œuvre »',
  postings: [
    {
      account: '4671',
      accountLabel: 'Associations',
      auxiliary: 'AV01',
      auxiliaryLabel: 'Alpha',
      debit: 0,
      credit: 123_456,
    },
  ],
  letters: [{ code: 'AB', on: '2026-05-02' }],
  validatedOn: null,
}

const PROFILE = {
  csvColumns: ['EcritureNum', 'EcritureLib', 'Credit', 'EcritureLet', 'ValidDate'],
  csvSeparator: 'semicolon',
  csvEncoding: 'utf-8',
} as const

const TYPED = {
  envelopeAlertPercent: 80,
  csvColumns: 'ecriturenum, Debit\nCredit',
  csvSeparator: 'tab',
  csvEncoding: 'iso-8859-15',
}

const textOf = (bytes: unknown) => (bytes as Buffer).toString('utf8')

test.group('Fichier CSV des écritures', () => {
  test('ses colonnes sont celles des réglages, et ce qui contient le séparateur est entre guillemets', ({
    assert,
  }) => {
    const profile = { ...PROFILE, csvColumns: [...PROFILE.csvColumns] }
    assert.equal(
      textOf(profileHeader(profile)),
      '\ufeffEcritureNum;EcritureLib;Credit;EcritureLet;ValidDate\r\n'
    )
    assert.equal(
      textOf(profileRows([ENTRY], profile)),
      '7;"Relevé d’avril; « œuvre »";1234,56;AB;\r\n'
    )
  })

  test('en ISO 8859-15, l’œ a son octet, et une lettre impossible est refusée avec son écriture', ({
    assert,
  }) => {
    const profile = {
      ...PROFILE,
      csvColumns: [...PROFILE.csvColumns],
      csvEncoding: 'iso-8859-15' as const,
    }
    const bytes = profileRows([ENTRY], profile) as Buffer
    assert.include([...bytes], 0xbd)
    assert.deepEqual(profileRows([{ ...ENTRY, label: 'Łódź' }], profile), {
      entry: 7,
      character: 'Ł',
    })
  })

  test('un texte qui ressemble à une formule n’en est pas une', ({ assert }) => {
    const profile = { ...PROFILE, csvColumns: [...PROFILE.csvColumns] }
    const text = textOf(profileRows([{ ...ENTRY, label: '=1+1' }], profile))
    assert.equal(text, "7;'=1+1;1234,56;AB;\r\n")
  })
})

test.group('Réglages comptables', () => {
  test('les colonnes se tapent dans n’importe quelle casse, séparées comme on veut', ({
    assert,
  }) => {
    assert.deepEqual(readBookSettings(TYPED), {
      envelopeAlertPercent: 80,
      csvColumns: ['EcritureNum', 'Debit', 'Credit'],
      csvSeparator: 'tab',
      csvEncoding: 'iso-8859-15',
    })
  })

  const wrong: [what: string, change: Partial<typeof TYPED> | { envelopeAlertPercent: null }][] = [
    ['un seuil absent', { envelopeAlertPercent: null }],
    ['un seuil de zéro', { envelopeAlertPercent: 0 }],
    ['un seuil au-delà de 100', { envelopeAlertPercent: 101 }],
    ['une colonne inconnue', { csvColumns: 'Debit constructor' }],
    ['une colonne deux fois', { csvColumns: 'Debit debit' }],
    ['aucune colonne', { csvColumns: ' ,; ' }],
    ['un séparateur inconnu', { csvSeparator: 'toString' }],
    ['un codage inconnu', { csvEncoding: 'utf-16' }],
  ]
  for (const [what, change] of wrong) {
    test(`${what} est refusé`, ({ assert }) => {
      const read = readBookSettings({ ...TYPED, ...change })
      assert.equal(isRefused(read) && read.refused[0]!.code, 'REGLAGE_FAUX')
    })
  }
})
