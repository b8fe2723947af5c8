import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { chainHead } from '#app/ledger/chain_head'
import { postEntry, type EntryDraft } from '#app/ledger/post_entry'
import { rows } from '#app/shared/rows'
import { validWorld } from '#tests/database/ledger/world'

const DRAFT: EntryDraft = {
  kind: 'statement_issue',
  journalCode: 'REV',
  journalLabel: 'Reversements',
  entryDate: '2026-10-09',
  pieceRef: 'REL-2026-000004',
  pieceDate: '2026-10-09',
  label: 'Relevé "d’octobre" \\ ?',
  statementId: 4,
  postings: [
    {
      account: '6571',
      accountLabel: 'Aides',
      auxiliary: null,
      auxiliaryLabel: null,
      debit: 99_999_999_999,
      credit: 0,
    },
    {
      account: '4671',
      accountLabel: 'Associations',
      auxiliary: 'AV01',
      auxiliaryLabel: 'Alpha',
      debit: 0,
      credit: 99_999_999_999,
    },
  ],
}

test.group('Écriture au journal', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    drive.fake()
    return () => drive.restore()
  })

  test('un journal vide a pour tête le zéro', async ({ assert }) => {
    assert.deepEqual(await chainHead(), { id: 0, hash: Buffer.alloc(32) })
  })

  test('une écriture suit la dernière, et devient la tête', async ({ assert }) => {
    await db.transaction(async (trx) => {
      await validWorld(trx)
      await forgetLastEntry(trx)
      const before = await chainHead(trx)
      const posted = await postEntry(trx, DRAFT)
      assert.equal(before.id, 3)
      assert.equal(posted.id, 4)
      assert.deepEqual(await chainHead(trx), posted)
      const [entry] = await rows<{ previous_hash: Buffer; label: string }>(
        'SELECT previous_hash, label FROM journal_entries WHERE id = 4',
        [],
        trx
      )
      assert.deepEqual(entry, { previous_hash: before.hash, label: 'Relevé "d’octobre" \\ ?' })
      assert.deepEqual(await rows('SELECT * FROM journal_postings WHERE entry_id = 4', [], trx), [
        {
          entry_id: 4,
          position: 1,
          account: '6571',
          account_label: 'Aides',
          auxiliary: null,
          auxiliary_label: null,
          debit_cents: 99_999_999_999,
          credit_cents: 0,
        },
        {
          entry_id: 4,
          position: 2,
          account: '4671',
          account_label: 'Associations',
          auxiliary: 'AV01',
          auxiliary_label: 'Alpha',
          debit_cents: 0,
          credit_cents: 99_999_999_999,
        },
      ])
    })
  })

  test('un relevé n’a qu’une écriture', async ({ assert }) => {
    await db.transaction(validWorld)
    await assert.rejects(
      () => db.transaction((trx) => postEntry(trx, DRAFT)),
      /journal_entries_once/
    )
    const head = await chainHead()
    assert.equal(head.id, 4)
  })

  test('une écriture déséquilibrée ou seule n’atteint pas le journal', async ({ assert }) => {
    const [debit, credit] = DRAFT.postings
    for (const postings of [[debit!], [debit!, { ...credit!, credit: 1 }]]) {
      await assert.rejects(
        () => db.transaction((trx) => postEntry(trx, { ...DRAFT, postings })),
        /Not a balanced entry/
      )
    }
    const head = await chainHead()
    assert.equal(head.id, 0)
  })
})

async function forgetLastEntry(trx: Parameters<typeof postEntry>[0]): Promise<void> {
  await rows(
    `SET LOCAL session_replication_role = replica;
     DELETE FROM journal_postings WHERE entry_id = 4;
     DELETE FROM journal_entries WHERE id = 4;
     SET LOCAL session_replication_role = origin`,
    [],
    trx
  )
}
