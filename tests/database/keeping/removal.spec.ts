import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import drive from '@adonisjs/drive/services/main'
import { healthRows } from '#app/keeping/health/health_rows'
import { readHealth } from '#app/keeping/health/read_health'
import { purge } from '#app/keeping/privacy/purge'
import { rehearsePurge } from '#app/keeping/privacy/rehearse_purge'
import { REMOVAL, removeFiles } from '#app/keeping/privacy/remove_files'
import { granted } from '#app/demo/granted'
import { rows } from '#app/shared/rows'
import { lock } from '#app/shared/transaction'
import { writeBackup } from '#app/keeping/backup/write_backup'
import { goRound } from '#start/rounds'
import { agedQuarter, LATER } from '#tests/database/keeping/aged_quarter'
import { until } from '#tests/support/fleet'
import { startOffice, type Killed, type Reply } from '#tests/support/office'

const FILE = 'reclamations/piece.pdf'
const waiting = () => rows('SELECT file_key FROM files_to_remove')
const WAITS = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
const named = () => rows('SELECT file_key FROM dispute_files')
const isThere = () => drive.use().exists(FILE)

/** A dispute of 2026 that was answered, with the document that the association joined. */
async function answeredDispute(): Promise<void> {
  const [dispute] = await rows<{ id: number }>(
    `INSERT INTO disputes (association_id, line_id, motive, details, opened_by, closed_by, closed_at, answer, verdict)
     SELECT l.association_id, l.id, 'montant', '', u.id, u.id, now(), 'Vu', 'rejected'
     FROM settlement_lines l, users u WHERE u.role = 'admin' ORDER BY l.id LIMIT 1 RETURNING id`
  )
  await rows(
    `INSERT INTO dispute_files VALUES (?, ?, decode(repeat('00', 32), 'hex'), 'piece.pdf', 'application/pdf', 5)`,
    [dispute!.id, FILE]
  )
  await drive.use().put(FILE, 'piece')
}

test.group('Fichiers d’une purge', (group) => {
  const { world, archive, inCopy, admin } = agedQuarter(group)

  const purged = async () =>
    granted(await purge((await rehearsePurge(await admin(), LATER)).digest, await admin(), LATER))

  test('ils partent avec les lignes qui les nommaient, et seulement eux', async ({ assert }) => {
    await inCopy(async () => {
      await answeredDispute()
      const { counts } = await purged()
      assert.equal(counts.disputeFiles, 1)
      assert.isFalse(await isThere())
      assert.deepEqual([await named(), await waiting()], [[], []])
      assert.deepEqual(await removeFiles(), { removed: 0, left: 0 })
    })
  })

  test('une mort entre la purge et l’effacement les laisse inscrits, et la ronde du jour les efface', async ({
    assert,
  }) => {
    const at = LATER.toISOString()
    const { coordinator, finance, approver } = world().people
    const people = { coordinator: coordinator.id, finance: finance.id, approver: approver.id }
    const offices = [await startOffice(), await startOffice()] as const
    try {
      let commit = 0
      const task = { verb: 'purge', archive: archive(), people, at, executionDate: '' } as const
      await inCopy(async (database) => {
        await answeredDispute()
        const { writes } = (await offices[0].do({ ...task, database })) as Reply
        const erased = writes.findIndex((write) => write.includes('FROM dispute_files'))
        commit = 1 + writes.findIndex((write, i) => i > erased && /^commit/i.test(write))
        assert.isAbove(commit, 0)
        assert.isFalse(await isThere())
      })
      await inCopy(async (database) => {
        await answeredDispute()
        const crash = { at: commit, moment: 'after' } as const
        const end = (await offices[1].do({ ...task, database, crash })) as Killed
        assert.match(end.killedAt, /^commit/i)
        assert.isEmpty(await named())
        assert.deepEqual(await waiting(), [{ file_key: FILE }])
        assert.isTrue(await isThere())
        await goRound('files_to_remove', LATER)
        assert.isFalse(await isThere())
        assert.isEmpty(await waiting())
      })
    } finally {
      for (const office of offices) await office.close()
    }
  })

  test('un fichier qui ne s’efface pas n’arrête pas les autres\u00a0; l’état de l’installation le dit', async ({
    assert,
  }) => {
    await inCopy(async () => {
      await answeredDispute()
      await drive.use().put('reclamations/dossier/piece.pdf', 'piece')
      // A folder where a file is expected: the disk refuses.
      await rows(
        `INSERT INTO files_to_remove VALUES ('reclamations/dossier', now() - interval '3 days')`
      )
      await purged()
      assert.isFalse(await isThere())
      assert.deepEqual(await removeFiles(), { removed: 0, left: 1 })
      const [part] = healthRows(await readHealth()).filter(
        ({ label }) => label === 'Fichiers à effacer'
      )
      assert.equal(part!.value, '1 en attente, depuis 3 jours au plus')
      assert.match(part!.remedy!, /ne se laisse pas écrire/)
    })
  })

  test('une sauvegarde attend la fin d’un effacement, et l’inverse\u00a0: ses lignes nomment peut-être le fichier', async ({
    assert,
  }) => {
    await inCopy(async () => {
      await answeredDispute()
      const order: string[] = []
      let go = () => {}
      const held = new Promise<void>((resolve) => (go = resolve))
      const removing = db.transaction(async (trx) => {
        await lock(trx, REMOVAL)
        await held
        order.push('effacement')
      })
      const backup = writeBackup(`${archive()}.reversement`).then((made) => {
        order.push('sauvegarde')
        return granted(made)
      })
      await until('the backup waits', async () => (await rows(WAITS)).length > 0)
      go()
      await removing
      const { manifest } = await backup
      assert.deepEqual(order, ['effacement', 'sauvegarde'])
      assert.include(
        manifest.documents.map(({ key }) => key),
        FILE
      )
    })
  })
})
