import { test } from '@japa/runner'
import { canonicalEntry, entryHash, GENESIS, type ChainedEntry } from '#app/ledger/chain'

const ENTRY: ChainedEntry = {
  id: 1,
  kind: 'statement_issue',
  journalCode: 'REV',
  journalLabel: 'Reversements',
  entryDate: '2026-04-10',
  pieceRef: 'REL-2026-000001',
  pieceDate: '2026-04-10',
  label: 'Relevé «\u00a0d’avril\u00a0»',
  statementId: 12,
  postings: [
    {
      account: '6571',
      accountLabel: 'Aides',
      auxiliary: null,
      auxiliaryLabel: null,
      debit: 30000,
      credit: 0,
    },
    {
      account: '4671',
      accountLabel: 'Associations',
      auxiliary: 'AV01',
      auxiliaryLabel: 'Alpha',
      debit: 0,
      credit: 30000,
    },
  ],
}

test.group('Chaîne des écritures', () => {
  test('la première écriture suit trente-deux octets nuls', ({ assert }) => {
    assert.equal(GENESIS.toString('hex'), '0'.repeat(64))
  })

  test('les octets d’une écriture sont ceux-ci, pour toujours', ({ assert }) => {
    assert.equal(
      canonicalEntry(ENTRY, GENESIS).toString(),
      `[1,"${'0'.repeat(64)}",1,"statement_issue","REV","Reversements","2026-04-10","REL-2026-000001",` +
        '"2026-04-10","Relevé «\u00a0d’avril\u00a0»",[["6571","Aides",null,null,30000,0],' +
        '["4671","Associations","AV01","Alpha",0,30000]]]'
    )
    assert.equal(
      entryHash(ENTRY, GENESIS).toString('hex'),
      '87f9acf71765eb14b1066f46fd53510a979eab5b15a7182c67077e70deb16a33'
    )
  })

  const changes: [string, Partial<ChainedEntry>][] = [
    ['le numéro', { id: 2 }],
    ['le journal', { journalCode: 'REW' }],
    ['le libellé du journal', { journalLabel: 'Reversement' }],
    ['le jour', { entryDate: '2026-04-11' }],
    ['la pièce', { pieceRef: 'REL-2026-000002' }],
    ['le jour de la pièce', { pieceDate: '2026-04-09' }],
    ['le libellé', { label: 'Relevé' }],
    ['l’ordre des mouvements', { postings: ENTRY.postings.toReversed() }],
    ['un mouvement', { postings: ENTRY.postings.slice(1) }],
    ...(
      [
        { account: '6572' },
        { accountLabel: 'Aide' },
        { auxiliary: '' },
        { auxiliaryLabel: '' },
        { debit: 30001 },
        { credit: 1 },
      ] as const
    ).map((change): [string, Partial<ChainedEntry>] => [
      `dans un mouvement, ${Object.keys(change)[0]}`,
      { postings: [{ ...ENTRY.postings[0]!, ...change }, ENTRY.postings[1]!] },
    ]),
  ]
  for (const [name, change] of changes) {
    test(`changer ${name} change l’empreinte`, ({ assert }) => {
      const changed = entryHash({ ...ENTRY, ...change }, GENESIS)
      assert.notEqual(changed.toString('hex'), entryHash(ENTRY, GENESIS).toString('hex'))
    })
  }

  test('changer l’empreinte précédente change l’empreinte', ({ assert }) => {
    const changed = entryHash(ENTRY, Buffer.alloc(32, 1))
    assert.notEqual(changed.toString('hex'), entryHash(ENTRY, GENESIS).toString('hex'))
  })

  test('un texte ne peut pas imiter une autre écriture en débordant sur le champ voisin', ({
    assert,
  }) => {
    const shifted = { ...ENTRY, journalCode: 'REV","Reversements', journalLabel: '' }
    assert.notEqual(
      entryHash(shifted, GENESIS).toString('hex'),
      entryHash(ENTRY, GENESIS).toString('hex')
    )
  })
})
