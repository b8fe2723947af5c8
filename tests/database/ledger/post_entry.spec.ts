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
      await forgetItsEntry(trx)
      const before = await chainHead(trx)
      const posted = await postEntry(trx, DRAFT)
      assert.equal(before.id, 8)
      assert.equal(posted.id, 9)
      assert.deepEqual(await chainHead(trx), posted)
      const [entry] = await rows<{ previous_hash: Buffer; label: string }>(
        'SELECT previous_hash, label FROM journal_entries WHERE id = 9',
        [],
        trx
      )
      assert.deepEqual(entry, { previous_hash: before.hash, label: 'Relevé "d’octobre" \\ ?' })
      assert.deepEqual(await rows('SELECT * FROM journal_postings WHERE entry_id = 9', [], trx), [
        {
          entry_id: 9,
          position: 1,
          account: '6571',
          account_label: 'Aides',
          auxiliary: null,
          auxiliary_label: null,
          debit_cents: 99_999_999_999,
          credit_cents: 0,
        },
        {
          entry_id: 9,
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
    assert.equal(head.id, 8)
  })

  test('un fait d’une période close se passe le premier jour ouvert, et sa pièce garde le sien', async ({
    assert,
  }) => {
    await db.transaction(async (trx) => {
      await validWorld(trx)
      await forgetItsEntry(trx)
      const late = { ...DRAFT, entryDate: '2026-06-30', pieceDate: '2026-06-30' }
      const { id } = await postEntry(trx, late)
      const [entry] = await rows(
        'SELECT entry_date, piece_date FROM journal_entries WHERE id = ?',
        [id],
        trx
      )
      assert.deepEqual(entry, { entry_date: '2026-07-01', piece_date: '2026-06-30' })
    })
  })

  test('la base refuse une écriture datée d’une période close', async ({ assert }) => {
    await db.transaction(validWorld)
    const insert = () =>
      db.transaction((trx) =>
        rows(
          `INSERT INTO journal_entries (id, kind, journal_code, journal_label, entry_date, piece_ref, piece_date, label,
             receipt_id, previous_hash, hash)
           SELECT id + 1, 'funder_receipt', 'BQ', 'Banque', '2026-06-30', 'X', '2026-06-30', 'X', 1, hash, sha256('x')
           FROM journal_entries ORDER BY id DESC LIMIT 1`,
          [],
          trx
        )
      )
    await assert.rejects(insert, /est dans une période close/)
  })

  test('un lettrage ne s’efface pas, ne change pas, et ne s’écrit pas déséquilibré', async ({
    assert,
  }) => {
    await db.transaction(validWorld)
    const deed = (sql: string) => () =>
      db.transaction((trx) => rows(`${sql}; SET CONSTRAINTS ALL IMMEDIATE`, [], trx))
    await assert.rejects(deed('DELETE FROM lettered_postings'), /ne s’effacent/)
    await assert.rejects(deed('DELETE FROM letterings'), /ne s’effacent/)
    await assert.rejects(deed(`UPDATE letterings SET code = 'ZZ'`), /ne se modifient/)
    const unbalanced = `
      INSERT INTO letterings (id, account, auxiliary, rank, code, lettered_on, lettered_by) OVERRIDING SYSTEM VALUE
        VALUES (9, '4671', 'AV71', 2, 'AB', '2026-10-21', 1);
      INSERT INTO lettered_postings (entry_id, position, lettering_id) VALUES (7, 2, 9)`
    await assert.rejects(deed(unbalanced), /n’est pas équilibré/)
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

async function forgetItsEntry(trx: Parameters<typeof postEntry>[0]): Promise<void> {
  await rows(
    `SET LOCAL session_replication_role = replica;
     DELETE FROM journal_postings WHERE entry_id = 4;
     DELETE FROM journal_entries WHERE id = 4;
     SET LOCAL session_replication_role = origin`,
    [],
    trx
  )
}
