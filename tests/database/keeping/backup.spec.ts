import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import encryption from '@adonisjs/core/services/encryption'
import drive from '@adonisjs/drive/services/main'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { readFigures } from '#app/keeping/backup/read_figures'
import { loadRows } from '#app/keeping/backup/load_rows'
import { openBackup } from '#app/keeping/backup/open_backup'
import { restoreBackup } from '#app/keeping/backup/restore_backup'
import { verifyBackup } from '#app/keeping/backup/verify_backup'
import { writeBackup, type Backup } from '#app/keeping/backup/write_backup'
import { granted } from '#app/demo/granted'
import db from '@adonisjs/lucid/services/db'
import { row, rows } from '#app/shared/rows'
import { inScratchFolder } from '#app/shared/scratch_folder'
import type { Refused } from '#app/shared/result'
import { readBooks } from '#tests/support/books'
import { runIn } from '#tests/support/run_in'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { aWorld } from '#tests/support/world'

const codeOf = (refused: object) => (refused as Refused).refused[0]?.code

test.group('Sauvegarde et restauration', (group) => {
  let folder: string
  let source: TestDatabase
  let backup: Backup
  let books: object

  /** Once for the group: a federation that has paid a quarter, its backup, and its books at that instant. */
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reversement-backup-'))
    source = await createTestDatabase('backup')
    await inScratchFolder((scratch) =>
      inDatabase(source, async () => {
        const world = await aWorld({ associations: 3, saisines: 24 })
        const run = await runIn(world, 'issued')
        const { finance } = world.people
        granted(
          await createTransferOrder({
            runIds: [run.id],
            executionDate: '2026-12-10',
            actorId: finance.id,
            at: world.at,
          })
        )
        backup = granted(await writeBackup(join(folder, 'a.reversement')))
        books = await readBooks(join(scratch, 'archive'))
      })
    )
    return async () => {
      await source.drop()
      await rm(folder, { recursive: true })
    }
  })

  /** A database that nothing was written in, and an archive of its own. */
  async function elsewhere<T>(play: (archive: string) => Promise<T>): Promise<T> {
    const target = await createTestDatabase('restored')
    try {
      return await inScratchFolder((scratch) =>
        inDatabase(target, () => play(join(scratch, 'archive')))
      )
    } finally {
      await target.drop()
    }
  }

  test('une base vide retrouve tout\u00a0: lignes, documents, numéros suivants, chaîne et totaux', async ({
    assert,
  }) => {
    await elsewhere(async (archive) => {
      const { setAside, sameKey } = granted(await restoreBackup({ path: backup.file }))
      assert.deepEqual([setAside, sameKey], [[], true])
      const restored = await readBooks(archive)
      // One event more says that the books were rewound.
      assert.deepEqual(
        { ...restored, events: null, mails: null },
        { ...books, events: null, mails: null }
      )
      // A mail that waited then may have left since: a person decides.
      assert.isEmpty(await rows(`SELECT 1 FROM mails WHERE state = 'queued' AND NOT for_digest`))
      const event = await row<{ verb: string }>('SELECT verb FROM events ORDER BY id DESC LIMIT 1')
      assert.equal(event!.verb, 'installation.restored')
      assert.deepEqual(await db.transaction(readFigures), backup.manifest.figures)
      const [{ id }] = (await rows<{ id: number }>(
        `INSERT INTO funders (code, name) VALUES ('NEUF', 'Neuf') RETURNING id`
      )) as [{ id: number }]
      assert.equal(
        id,
        1 + (await row<{ n: number }>('SELECT max(id) AS n FROM funders WHERE id < ' + id))!.n
      )
      await assert.rejects(() => rows('DELETE FROM events'), /ne se modifient ni ne s’effacent/)
    })
  })

  test('une base qui contient du travail n’est remplacée que si on le dit', async ({ assert }) => {
    await elsewhere(async () => {
      granted(await restoreBackup({ path: backup.file }))
      await rows(`UPDATE associations SET name = 'Changée depuis'`)
      assert.equal(codeOf(await restoreBackup({ path: backup.file })), 'BASE_NON_VIDE')
      assert.lengthOf(await rows(`SELECT 1 FROM associations WHERE name <> 'Changée depuis'`), 0)
      await drive.use().put(backup.manifest.documents[0]!.key, 'un autre document')
      const { setAside } = granted(await restoreBackup({ path: backup.file, replace: true }))
      assert.lengthOf(await rows(`SELECT 1 FROM associations WHERE name = 'Changée depuis'`), 0)
      assert.equal(await drive.use().get(setAside[0]!), 'un autre document')
    })
  })

  test('une restauration qui échoue après coup ne rembobine pas les numéros', async ({
    assert,
  }) => {
    await elsewhere(async () => {
      granted(await restoreBackup({ path: backup.file }))
      const funder = (code: string) =>
        row<{ id: number }>(`INSERT INTO funders (code, name) VALUES (?, 'Neuf') RETURNING id`, [
          code,
        ])
      const { id } = (await funder('NEUF'))!
      const opened = granted(await openBackup(backup.file))
      const trx = await db.transaction()
      await loadRows(trx, opened, () => {})
      await trx.rollback()
      opened.close()
      assert.equal((await funder('SUIVANT'))!.id, id + 1)
    })
  })

  test('un fichier tronqué ou dont un octet a changé est refusé, et rien ne change', async ({
    assert,
  }) => {
    const bytes = await readFile(backup.file)
    const damaged = join(folder, 'damaged.reversement')
    await elsewhere(async () => {
      const sizes = [0, 10, bytes.length >> 1, bytes.length - 1]
      for (const size of sizes) {
        await writeFile(damaged, bytes.subarray(0, size))
        assert.equal(codeOf(await restoreBackup({ path: damaged })), 'SAUVEGARDE_ALTEREE')
      }
      for (let i = 1; i <= 12; i++) {
        const changed = Buffer.from(bytes)
        const at = Math.floor((bytes.length * i) / 13)
        changed[at] = changed[at]! ^ 0x10
        await writeFile(damaged, changed)
        assert.equal(codeOf(await restoreBackup({ path: damaged })), 'SAUVEGARDE_ALTEREE')
      }
      assert.equal(codeOf(await restoreBackup({ path: join(folder, 'absent') })), 'FICHIER_ABSENT')
      // Refused before the schema itself was laid.
      assert.isNull((await row<{ t: string }>(`SELECT to_regclass('public.users') AS t`))!.t)
    })
  })

  test('avec une autre clé, la restauration le dit avant de rien changer', async ({ assert }) => {
    const { blindIndexes } = encryption
    encryption.blindIndexes = () => ['une autre']
    try {
      await elsewhere(async () => {
        assert.equal(codeOf(await restoreBackup({ path: backup.file })), 'AUTRE_CLE')
        assert.isNull((await row<{ t: string }>(`SELECT to_regclass('public.users') AS t`))!.t)
      })
    } finally {
      encryption.blindIndexes = blindIndexes
    }
  })

  test('un document altéré est sauvegardé tel quel, la sauvegarde le dit et se restaure', async ({
    assert,
  }) => {
    await elsewhere(async () => {
      granted(await restoreBackup({ path: backup.file }))
      const pdf = backup.manifest.documents.find(({ key }) => key.endsWith('.pdf'))!
      await drive.use().put(pdf.key, 'altéré')
      const path = join(folder, 'altered.reversement')
      const { manifest } = granted(await writeBackup(path))
      assert.deepEqual(manifest.breaches, { EMPREINTES: 1 })
      granted(await verifyBackup(path))
    })
  })

  test('sur un disque plein, ou dans un dossier interdit, il n’y a pas de sauvegarde, et la raison est dite', async ({
    assert,
  }) => {
    // Only Linux has a file that is always full.
    if (process.platform !== 'linux') return
    const out = join(folder, 'pleine.reversement')
    await symlink('/dev/full', `${out}.${process.pid}.part`)
    const before = await readdir(folder)
    await elsewhere(async () => {
      granted(await restoreBackup({ path: backup.file }))
      const kept = await rows('SELECT * FROM backups')
      assert.equal(codeOf(await writeBackup(out)), 'DISQUE_PLEIN')
      assert.equal(
        codeOf(await writeBackup(join(backup.file, 'x.reversement'))),
        'ECRITURE_REFUSEE'
      )
      assert.deepEqual(await rows('SELECT * FROM backups'), kept)
    })
    assert.deepEqual(
      await readdir(folder),
      before.filter((name) => !name.endsWith('.part'))
    )
  })

  test('une restauration que le disque arrête ne change rien, ni lignes ni documents', async ({
    assert,
  }) => {
    await elsewhere(async (archive) => {
      granted(await restoreBackup({ path: backup.file }))
      const pdf = backup.manifest.documents[0]!.key
      await drive.use().put(pdf, 'un autre document')
      await rows(`CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$`)
      await rows('CREATE TRIGGER fill BEFORE INSERT ON events EXECUTE FUNCTION fill()')
      const before = await readBooks(archive)
      const stopped = await restoreBackup({ path: backup.file, replace: true })
      assert.equal(codeOf(stopped), 'DISQUE_PLEIN')
      assert.deepEqual(await readBooks(archive), before)
      assert.equal(await drive.use().get(pdf), 'un autre document')
    })
  })

  test('des écritures pendant la sauvegarde n’y entrent pas à moitié', async ({ assert }) => {
    await elsewhere(async () => {
      granted(await restoreBackup({ path: backup.file }))
      let writing = true
      const writer = (async () => {
        for (let n = 0; writing; n++) {
          // Two rows that a reader must see together, or not at all.
          await db.transaction(async (trx) => {
            await rows(`INSERT INTO funders (code, name) VALUES (?, 'Un')`, [`A${n}`], trx)
            await rows(`INSERT INTO funders (code, name) VALUES (?, 'Deux')`, [`B${n}`], trx)
          })
        }
      })()
      const path = join(folder, 'pendant.reversement')
      const { manifest } = granted(await writeBackup(path))
      writing = false
      await writer
      granted(await restoreBackup({ path, replace: true }))
      const found = await row<{ one: number; two: number; all: number }>(
        `SELECT count(*) FILTER (WHERE name = 'Un') AS one, count(*) FILTER (WHERE name = 'Deux') AS two,
           count(*) AS all FROM funders`
      )
      assert.equal(found!.one, found!.two)
      assert.equal(found!.all, manifest.tables.find(({ name }) => name === 'funders')!.rows)
    })
  })

  test('vérifier restaure dans une base d’essai, et ne laisse rien', async ({ assert }) => {
    const before = await rows('SELECT count(*) FROM pg_database')
    const { sameKey } = granted(await verifyBackup(backup.file))
    assert.isTrue(sameKey)
    assert.deepEqual(await rows('SELECT count(*) FROM pg_database'), before)
  })

  test('une sauvegarde n’en remplace pas une autre, et laisse sa trace', async ({ assert }) => {
    await inDatabase(source, async () => {
      assert.equal(codeOf(await writeBackup(backup.file)), 'FICHIER_DEJA_LA')
      const kept = await rows<{ name: string }>('SELECT file_name AS name FROM backups')
      assert.deepEqual(kept, [{ name: 'a.reversement' }])
    })
  })
})
