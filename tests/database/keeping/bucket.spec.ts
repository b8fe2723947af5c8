import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import drive from '@adonisjs/drive/services/main'
import { services } from '@adonisjs/drive'
import { restoreBackup } from '#app/keeping/backup/restore_backup'
import { writeBackup } from '#app/keeping/backup/write_backup'
import { removeFiles } from '#app/keeping/privacy/remove_files'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { bucketOptions } from '#app/shared/bucket_options'
import { row, rows } from '#app/shared/rows'
import { readDocument } from '#app/statements/archive/read_document'
import { redrawDocuments } from '#app/statements/archive/redraw_documents'
import { isRefused } from '#app/shared/result'
import { openBucket, type Bucket } from '#tests/support/bucket'
import { startOffice, type Reply } from '#tests/support/office'
import { runIn } from '#tests/support/run_in'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { aWorld, type World } from '#tests/support/world'

async function breaches(): Promise<string[]> {
  const checks = await db.transaction(checkLedger)
  return checks.filter((one) => one.breaches > 0).map(({ code }) => code)
}

test.group('L’archive dans un seau S3', (group) => {
  let bucket: Bucket
  let database: TestDatabase
  let folder: string
  let world: World
  let issued: Reply

  /** The bucket is told by the environment alone, to a process that issues a run. */
  group.setup(async () => {
    bucket = await openBucket()
    folder = await mkdtemp(join(tmpdir(), 'reversement-bucket-'))
    database = await createTestDatabase('bucket')
    const runId = await inDatabase(database, async () => {
      world = await aWorld({ associations: 3, saisines: 24 })
      return (await runIn(world, 'approved')).id
    })
    const { bucket: name, region, key, secret, endpoint } = bucket.place
    const office = await startOffice({
      S3_BUCKET: name,
      S3_REGION: region,
      S3_KEY: key,
      S3_SECRET: secret,
      S3_ENDPOINT: endpoint,
    })
    const { coordinator, finance, approver } = world.people
    issued = (await office.do({
      verb: 'issue',
      database,
      archive: join(folder, 'empty'),
      people: { coordinator: coordinator.id, finance: finance.id, approver: approver.id },
      at: world.at.toISOString(),
      executionDate: '',
      runId,
    })) as Reply
    await office.close()
    return async () => {
      bucket.close()
      await database.drop()
      await rm(folder, { recursive: true })
    }
  })

  /** In this process too, the archive is the bucket. */
  async function inBucket(place: Bucket['place'], target: TestDatabase, play: () => Promise<void>) {
    const archive = drive.use()
    const { driver } = archive
    archive.driver = (await services.s3(bucketOptions(place)).resolver('archive', app, []))()
    try {
      await inDatabase(target, play)
    } finally {
      archive.driver = driver
    }
  }

  test('une émission y écrit chaque document, rien sur le disque, et les comptes s’y retrouvent', async ({
    assert,
  }) => {
    assert.deepEqual([issued.refused, issued.books.breaches], [[], []])
    assert.deepEqual(issued.books.files, {})
    const documents = (issued.books.documents as { file_key: string }[]).map((one) => one.file_key)
    assert.isAbove(documents.length, 4)
    assert.sameMembers([...bucket.objects.keys()], documents)
    assert.isEmpty(bucket.refused)
  })

  test('un document s’y relit\u00a0; altéré ou perdu, il se voit et se refait', async ({
    assert,
  }) => {
    await inBucket(bucket.place, database, async () => {
      const { id, key } = (await row<{ id: number; key: string }>(
        `SELECT id, file_key AS key FROM documents WHERE kind = 'statement_pdf' ORDER BY id LIMIT 1`
      ))!
      const read = await readDocument(id)
      assert.isTrue(read !== null && !isRefused(read))
      const bytes = bucket.objects.get(key)!
      bucket.objects.set(key, Buffer.from('altéré'))
      assert.deepEqual(await breaches(), ['EMPREINTES'])
      bucket.objects.delete(key)
      assert.deepEqual(await breaches(), ['EMPREINTES'])
      granted(await redrawDocuments('all missing', world.people.admin.id))
      assert.isTrue(bucket.objects.get(key)!.equals(bytes))
      assert.deepEqual(await breaches(), [])
    })
  })

  test('une sauvegarde en lit toutes les pages, et se restaure dans un autre seau', async ({
    assert,
  }) => {
    const other = await openBucket()
    const target = await createTestDatabase('bucket_restored')
    try {
      const path = join(folder, 'a.reversement')
      await inBucket(bucket.place, database, async () => {
        const { manifest } = granted(await writeBackup(path))
        assert.equal(manifest.documents.length, bucket.objects.size)
        assert.deepEqual(manifest.breaches, {})
      })
      await inBucket(other.place, target, async () => {
        const [key] = bucket.objects.keys()
        other.objects.set(key!, Buffer.from('un autre document'))
        const { setAside } = granted(await restoreBackup({ path }))
        assert.lengthOf(setAside, 1)
        assert.equal(other.objects.get(setAside[0]!)!.toString(), 'un autre document')
        other.objects.delete(setAside[0]!)
        assert.deepEqual(other.objects, bucket.objects)
        assert.deepEqual(await breaches(), [])
      })
      assert.deepEqual([bucket.refused, other.refused], [[], []])
    } finally {
      await target.drop()
      other.close()
    }
  })

  test('ce qu’une purge efface y est effacé\u00a0; un seau qui ne répond pas le garde inscrit', async ({
    assert,
  }) => {
    await inBucket(bucket.place, database, async () => {
      bucket.objects.set('reclamations/piece.pdf', Buffer.from('piece'))
      await rows(
        `INSERT INTO files_to_remove VALUES ('reclamations/piece.pdf'), ('reclamations/absente.pdf')`
      )
      assert.deepEqual(await removeFiles(), { removed: 2, left: 0 })
      assert.isFalse(bucket.objects.has('reclamations/piece.pdf'))
      await rows(`INSERT INTO files_to_remove VALUES ('reclamations/piece.pdf')`)
    })
    const stranger = { ...bucket.place, secret: 'un autre secret' }
    await inBucket(stranger, database, async () => {
      assert.deepEqual(await removeFiles(), { removed: 0, left: 1 })
      assert.deepEqual(bucket.refused.splice(0), [
        'DELETE /archive/reclamations/piece.pdf?x-id=DeleteObject',
      ])
      await rows('DELETE FROM files_to_remove')
    })
  })
})
