import { test } from '@japa/runner'
import fc from 'fast-check'
import { checkExport } from '#app/ledger/export/check_export'
import { exportEntries, exportHeader, type ExportedEntry } from '#app/ledger/export/export_entries'
import { seed } from '#tests/unit/shared/property_seed'

function entry(id: number, changes: Partial<ExportedEntry> = {}, cents = 123456): ExportedEntry {
  return {
    id,
    journalCode: 'REV',
    journalLabel: 'Reversements',
    entryDate: '2026-04-10',
    pieceRef: 'REL-2026-000001',
    pieceDate: '2026-04-09',
    label: 'Relevé REL-2026-000001',
    letters: [null, { code: 'AB', on: '2026-05-02' }],
    validatedOn: '2026-07-03',
    postings: [
      {
        account: '6571',
        accountLabel: 'Aides',
        auxiliary: null,
        auxiliaryLabel: null,
        debit: cents,
        credit: 0,
      },
      {
        account: '4671',
        accountLabel: 'Associations',
        auxiliary: 'AV01',
        auxiliaryLabel: 'Alpha',
        debit: 0,
        credit: cents,
      },
    ],
    ...changes,
  }
}

const text = (bytes: unknown) => new TextDecoder('iso-8859-15').decode(bytes as Buffer)

test.group('Fichier des écritures', () => {
  test('une écriture donne une ligne par mouvement, en dix-huit colonnes', ({ assert }) => {
    assert.equal(
      text(exportHeader('|')) + text(exportEntries([entry(7)], '|')),
      'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|' +
        'EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\r\n' +
        'REV|Reversements|7|20260410|6571|Aides|||REL-2026-000001|20260409|Relevé REL-2026-000001|1234,56|0,00|||20260703||\r\n' +
        'REV|Reversements|7|20260410|4671|Associations|AV01|Alpha|REL-2026-000001|20260409|Relevé REL-2026-000001|0,00|1234,56|AB|20260502|20260703||\r\n'
    )
  })

  test('la tabulation sépare aussi', ({ assert }) => {
    assert.include(text(exportEntries([entry(7)], '\t')), '\t1234,56\t0,00\t\t\t20260703\t\t\r\n')
  })

  test('tant que sa période est ouverte, une écriture n’a pas de date de validation', ({
    assert,
  }) => {
    const open = entry(7, { validatedOn: null, letters: [null, null] })
    assert.include(text(exportEntries([open], '|')), '|0,00|1234,56|||||\r\n')
  })

  test('la typographie que le format n’a pas s’écrit comme à la machine', ({ assert }) => {
    const bytes = exportEntries(
      [entry(1, { label: 'Relevé d’avril – « œuvre » 1\u202f000…' })],
      '|'
    )
    assert.include(text(bytes), "|Relevé d'avril - « œuvre » 1 000...|")
  })

  test('une lettre que le format n’a pas est refusée, avec son écriture', ({ assert }) => {
    const entries = [entry(1), entry(2, { label: 'Association Łódź' })]
    assert.deepEqual(exportEntries(entries, '|'), { entry: 2, character: 'Ł' })
  })

  test('un texte qui contient le séparateur est refusé', ({ assert }) => {
    assert.deepEqual(exportEntries([entry(3, { label: 'a|b' })], '|'), { entry: 3, character: '|' })
    assert.deepEqual(exportEntries([entry(3, { label: 'a\tb' })], '\t'), {
      entry: 3,
      character: '\t',
    })
    assert.deepEqual(exportEntries([entry(3, { label: 'a\tb' })], '|'), {
      entry: 3,
      character: '\t',
    })
  })

  test('tout ce qui est écrit passe la vérification', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('\t' as const, '|' as const),
        fc.array(
          fc.record({
            label: fc
              .stringMatching(/^[a-zA-Zàéèç’ -]{1,20}( [œ€«»])?$/)
              .filter((label) => label.trim() !== ''),
            cents: fc.integer({ min: 1, max: 99_999_999_999 }),
          }),
          { minLength: 1, maxLength: 20 }
        ),
        async (separator, drafts) => {
          const entries = drafts.map(({ label, cents }, index) =>
            entry(index + 1, { label }, cents)
          )
          const bytes = exportEntries(entries, separator) as Buffer
          const checked = await checkExport([exportHeader(separator), bytes])
          assert.deepEqual(checked, {
            lines: entries.length * 2,
            entries: entries.length,
            problems: [],
          })
        }
      ),
      { seed, numRuns: 200 }
    )
  })
})
