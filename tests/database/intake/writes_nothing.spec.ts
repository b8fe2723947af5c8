import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { runImport } from '#app/intake/run_import'
import { undoImport } from '#app/intake/undo_import'
import { row, rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { importKind } from '#start/import_kinds'
import { picture, refusedWithoutWriting } from '#tests/support/picture'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { writeForms, writeSaisines } from '#tests/scenario/office_files'

const SAISINE = { reference: 'T26-01', association: 'AV01', openedOn: '2026-05-04' }

test.group('Un fichier qui n’entre pas n’écrit rien', (group) => {
  let federation: Federation

  group.setup(async () => {
    federation = await openFederation({ associations: 1 })
    return async () => {
      await federation.close()
      await emptyDatabase()
    }
  })

  test('un essai à blanc vérifie tout, dit ce qui changerait, et n’écrit rien', async ({
    assert,
  }) => {
    const path = await writeSaisines(federation, 'essai.csv', [SAISINE])
    const before = await picture()
    const options = { actorId: federation.people.platform.id, dryRun: true }
    const report = granted(await runImport(await importKind('saisines'), path, options))
    assert.include(report, { importId: null, read: 1, created: 1, unchanged: 0 })
    assert.deepEqual(await picture(), before)
  })

  test('un fichier absent, vide, sans titres, ou d’une autre nature est refusé', async ({
    assert,
    cleanup,
  }) => {
    cleanup(endOpenCopies)
    const file = async (name: string, text: string) => {
      const path = join(federation.folder, name)
      await writeFile(path, text)
      return path
    }
    const forms = await writeForms(federation, 'fiches.csv', [
      { ...SAISINE, receivedOn: '2026-07-01', outcome: 'Injoignable' },
    ])
    for (const path of [
      join(federation.folder, 'absent.csv'),
      await file('vide.csv', ''),
      await file('sans-titres.csv', 'T26-01;AV01;04/05/2026\r\n'),
      forms,
    ]) {
      const options = { actorId: federation.people.platform.id }
      await refusedWithoutWriting(assert, async () =>
        answered(runImport(await importKind('saisines'), path, options))
      )
    }
  })

  test('une note qui nomme une personne est refusée sans être répétée nulle part', async ({
    assert,
  }) => {
    const path = join(federation.folder, 'indiscrete.csv')
    await writeFile(
      path,
      'reference_saisine;association;convention;date_reception;issue;observations\r\n' +
        'T26-01;AV01;AMF-2021;01/07/2026;Injoignable;rappeler au 06 12 34 56 78\r\n'
    )
    const options = { actorId: federation.people.platform.id, validRows: true }
    const report = granted(await runImport(await importKind('fiches'), path, options))
    assert.include(report, { created: 0 })
    assert.lengthOf(report.problems, 1)
    assert.equal(report.problems[0]!.column, 'observations')
    const traces = await row<{ n: number }>(
      `SELECT count(*) AS n FROM import_problems p WHERE p::text LIKE '%12 34 56%'`
    )
    assert.equal(traces!.n, 0)
  })

  test('deux personnes envoient le même fichier ensemble : un seul import', async ({ assert }) => {
    const path = await writeSaisines(federation, 'ensemble.csv', [
      { ...SAISINE, reference: 'T26-02' },
    ])
    const kind = await importKind('saisines')
    const reports = await Promise.all(
      [federation.people.platform, federation.people.coordinator].map(({ id }) =>
        runImport(kind, path, { actorId: id })
      )
    )
    const created = reports.map((report) => granted(report).created)
    assert.sameMembers(created, [0, 1])
  })

  test('un import inconnu ne s’annule pas', async ({ assert }) => {
    const [refused] = await refusedWithoutWriting(assert, () =>
      undoImport(999, federation.people.coordinator.id, importKind)
    )
    assert.equal(refused!.message, 'Il n’y a pas d’import n° 999.')
  })
})

/** A refusal that waits for its own connection would wait for ever, and all the next imports with it. */
function answered<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {})
  const late = setTimeout(3000).then((): T => {
    throw new Error('L’import refusé n’a pas rendu la main')
  })
  return Promise.race([answer, late])
}

async function endOpenCopies(): Promise<void> {
  await rows(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'COPY incoming%' AND pid <> pg_backend_pid()`
  )
}
