import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import drive from '@adonisjs/drive/services/main'
import DocumentsDestroy from '#app/keeping/destruction/documents_destroy_command'
import { accountingPieces } from '#app/keeping/destruction/accounting_pieces'
import { destroyPieces } from '#app/keeping/destruction/destroy_pieces'
import { rehearseDestruction } from '#app/keeping/destruction/rehearse_destruction'
import { hold } from '#app/keeping/privacy/hold'
import { readFigures } from '#app/keeping/backup/read_figures'
import { restoreBackup } from '#app/keeping/backup/restore_backup'
import { writeBackup } from '#app/keeping/backup/write_backup'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { sealed } from '#app/ledger/closing/close_period'
import { redrawDocuments } from '#app/statements/archive/redraw_documents'
import { readDocument } from '#app/statements/archive/read_document'
import { row, rows } from '#app/shared/rows'
import type { Refused } from '#app/shared/result'
import { agedQuarter } from '#tests/database/keeping/aged_quarter'

/** Ten years after the end of 2026, and the last day before. */
const OVER = new Date('2037-01-01T10:00:00Z')
const NOT_YET = new Date('2036-12-31T10:00:00Z')

const codeOf = (refused: object) => (refused as Refused).refused[0]?.code
const documents = () =>
  rows<{ id: number; key: string }>('SELECT id, file_key AS key FROM documents')
const books = () => rows('SELECT * FROM documents ORDER BY id')

async function breaches(): Promise<string[]> {
  const checks = await db.transaction(checkLedger)
  return checks.filter((one) => one.breaches > 0).map(({ code }) => code)
}

async function there(): Promise<number> {
  const found = await Promise.all((await documents()).map(({ key }) => drive.use().exists(key)))
  return found.filter(Boolean).length
}

test.group('Destruction des pièces après dix ans', (group) => {
  const { archive, inCopy, admin } = agedQuarter(group)

  /** The run is said to be paid and its year closed, which the books contradict before as after; the archive, which the copies share, is put back at the end. */
  async function play(work: () => Promise<void>): Promise<void> {
    await inCopy(async () => {
      await rows(`UPDATE runs SET state = 'paid'`)
      await rows(
        `INSERT INTO period_closures (until, entry_count, debit_cents, digest, closed_by, closed_at)
         SELECT '2026-12-31', entries, debit, digest, ?, ? FROM (${sealed("'2026-12-31'")}) AS seal`,
        [await admin(), NOT_YET]
      )
      const kept = await Promise.all(
        (await documents()).map(async ({ key }) => ({
          key,
          bytes: await drive.use().getBytes(key),
        }))
      )
      try {
        await work()
      } finally {
        for (const { key, bytes } of kept) await drive.use().put(key, bytes)
      }
    })
  }

  const destroyed = async () => {
    const { digest } = await rehearseDestruction(await admin(), OVER)
    return granted(await destroyPieces(digest, await admin(), OVER))
  }

  test('les fichiers partent, les lignes, les empreintes et les montants restent, et les comptes l’admettent', async ({
    assert,
  }) => {
    await play(async () => {
      const [before, figures] = [await books(), await db.transaction(readFigures)]
      const staged = await breaches()
      const { counts } = await destroyed()
      assert.deepEqual(counts, { document: before.length })
      assert.equal(await there(), 0)
      assert.deepEqual(await books(), before)
      assert.deepEqual(await db.transaction(readFigures), figures)
      assert.deepEqual(await breaches(), staged)
      const [one] = await documents()
      assert.equal(codeOf((await readDocument(one!.id))!), 'PIECE_DETRUITE')
      const said = await row<{ after: object }>(
        `SELECT after FROM events WHERE verb = 'installation.pieces_destroyed'`
      )
      assert.propertyVal(said!.after, 'pieces', before.length)
    })
  })

  test('une pièce détruite ne se redessine pas, une pièce qui manque reste un écart', async ({
    assert,
  }) => {
    await play(async () => {
      await destroyed()
      const redrawing = granted(await redrawDocuments('all missing', await admin()))
      assert.deepEqual([redrawing.redrawn, await there()], [[], 0])
    })
    await play(async () => {
      const staged = await breaches()
      await drive.use().delete((await documents())[0]!.key)
      assert.deepEqual(await breaches(), [...staged, 'EMPREINTES'])
    })
  })

  test('rien n’est détruit avant la fin des dix ans, ni sans essai, ni deux fois', async ({
    assert,
  }) => {
    await play(async () => {
      const actorId = await admin()
      assert.deepEqual((await rehearseDestruction(actorId, NOT_YET)).counts, {})
      assert.equal(
        codeOf(await destroyPieces('0'.repeat(64), actorId, OVER)),
        'DESTRUCTION_SANS_ESSAI'
      )
      const { digest } = await rehearseDestruction(actorId, OVER)
      const month = new Date('2037-02-01T10:00:00Z')
      assert.equal(codeOf(await destroyPieces(digest, actorId, month)), 'DESTRUCTION_SANS_ESSAI')
      assert.equal(await there(), (await documents()).length)
      assert.isEmpty(await rows('SELECT FROM destroyed_files'))
      await destroyed()
      assert.deepEqual((await rehearseDestruction(actorId, OVER)).counts, {})
    })
  })

  for (const [why, kept, prepare] of [
    ['d’un exercice pas clos', 'kept.open_year', 'DELETE FROM period_closures'],
    ['d’une campagne pas encore payée', 'kept.unpaid', `UPDATE runs SET state = 'issued'`],
    [
      'd’une réclamation ouverte',
      'kept.dispute',
      `INSERT INTO disputes (association_id, line_id, motive, opened_by)
       SELECT association_id, min(id), 'montant', 1 FROM settlement_lines GROUP BY 1 LIMIT 1`,
    ],
  ] as const) {
    test(`les pièces ${why} restent`, async ({ assert }) => {
      await play(async () => {
        if (kept === 'kept.open_year') {
          await rows('ALTER TABLE period_closures DISABLE TRIGGER USER')
        }
        await rows(prepare.replace(', 1 FROM', `, ${await admin()} FROM`))
        const { counts } = await rehearseDestruction(await admin(), OVER)
        assert.deepEqual(counts, { [kept]: (await documents()).length })
      })
    })
  }

  test('une conservation légale décidée après l’essai arrête la destruction, et la base la garde aussi', async ({
    assert,
  }) => {
    await play(async () => {
      const actorId = await admin()
      const { digest } = await rehearseDestruction(actorId, OVER)
      const { reference } = (await row<{ reference: string }>(
        'SELECT reference FROM saisines WHERE id = (SELECT min(saisine_id) FROM settlement_lines)'
      ))!
      granted(await hold({ what: reference, reason: 'Contentieux', actorId }))
      assert.equal(codeOf(await destroyPieces(digest, actorId, OVER)), 'DESTRUCTION_CHANGEE')
      const pieces = await db.transaction((trx) => accountingPieces(trx, '2037-01-01'))
      assert.isTrue(pieces.every(({ kept }) => kept === 'hold'))
      const insert = (door: string) =>
        db.transaction(async (trx) => {
          await rows(
            `INSERT INTO openings (purpose, rehearsal_id, opened_by) SELECT ?, max(id), ? FROM purge_rehearsals`,
            [door, actorId],
            trx
          )
          await rows(
            `INSERT INTO destroyed_files (file_key, sha256, dated_on, opening_id)
             SELECT file_key, sha256, '2026-06-01', (SELECT max(id) FROM openings) FROM documents`,
            [],
            trx
          )
        })
      await assert.rejects(() => insert('destruction'), /sous conservation légale/)
      await assert.rejects(() => insert('purge'), /que par une destruction inscrite/)
      assert.equal(await there(), (await documents()).length)
      assert.isEmpty(await rows('SELECT FROM destroyed_files'))
    })
  })

  test('la base refuse de détruire avant dix ans, et d’oublier ce qui fut détruit', async ({
    assert,
  }) => {
    await play(async () => {
      const actorId = await admin()
      await rehearseDestruction(actorId, NOT_YET)
      await assert.rejects(
        () =>
          rows(
            `WITH door AS (INSERT INTO openings (purpose, rehearsal_id, opened_by)
               SELECT 'destruction', max(id), ? FROM purge_rehearsals RETURNING id)
             INSERT INTO destroyed_files (file_key, sha256, dated_on, opening_id)
             SELECT file_key, sha256, '2026-06-01', door.id FROM documents, door`,
            [actorId]
          ),
        /se garde dix ans après son exercice/
      )
      await destroyed()
      await assert.rejects(() => rows('DELETE FROM destroyed_files'), /ne se modifient ni/)
    })
  })

  test('une destruction que le registre n’explique pas est un écart', async ({ assert }) => {
    await play(async () => {
      const staged = await breaches()
      await destroyed()
      await rows('ALTER TABLE destroyed_files DISABLE TRIGGER USER')
      const codes = async (sql: string) => {
        await rows(sql)
        return (await breaches()).filter((code) => !staged.includes(code) && code !== 'PROTECTIONS')
      }
      assert.deepEqual(await codes('SELECT 1'), [])
      assert.deepEqual(await codes(`UPDATE destroyed_files SET sha256 = sha256('autre')`), [
        'DESTRUCTIONS_INSCRITES',
      ])
      await rows(
        'UPDATE destroyed_files x SET sha256 = d.sha256 FROM documents d WHERE d.file_key = x.file_key'
      )
      assert.deepEqual(await codes(`UPDATE destroyed_files SET dated_on = '2027-01-01'`), [
        'DESTRUCTIONS_INSCRITES',
      ])
      await rows(`UPDATE destroyed_files SET dated_on = '2026-06-01'`)
      assert.deepEqual(await codes('SELECT 1'), [])
      // Forgotten: its file is missing, and the count of the register is wrong.
      assert.deepEqual(
        await codes(
          'DELETE FROM destroyed_files WHERE file_key = (SELECT min(file_key) FROM destroyed_files)'
        ),
        ['EMPREINTES', 'DESTRUCTIONS_INSCRITES']
      )
    })
  })

  test('une sauvegarde faite après se restaure, et sait encore ce qui fut détruit', async ({
    assert,
  }) => {
    await play(async () => {
      const staged = await breaches()
      await destroyed()
      const { file, manifest } = granted(await writeBackup(`${archive()}-apres.reversement`))
      assert.sameMembers(Object.keys(manifest.breaches), staged)
      granted(await restoreBackup({ path: file, replace: true }))
      assert.deepEqual(await breaches(), staged)
    })
  })

  test('la commande liste d’abord, pièce par pièce, puis détruit ce qui fut listé', async ({
    assert,
  }) => {
    await play(async () => {
      const as = `--as=${(await row<{ email: string }>(`SELECT email FROM users WHERE role = 'admin'`))!.email}`
      const said = async (...words: string[]) =>
        (await ace.create(DocumentsDestroy, [as, ...words])).perform()
      assert.equal(codeOf(await said()), 'ESSAI_OU_DESTRUCTION')
      assert.equal(codeOf(await said('--dry-run', '--digest=0')), 'ESSAI_OU_DESTRUCTION')
      // Nothing is ten years old on the day of the test.
      const rehearsed = (await said('--dry-run')) as { data: { due: object[] }; lines: string[] }
      assert.isEmpty(rehearsed.data.due)
      assert.match(rehearsed.lines.at(-1)!, /^Rien n’a changé\. Empreinte\u00a0: [0-9a-f]{64}$/)
    })
  })
})
