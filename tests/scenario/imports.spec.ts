import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { copyWithErrors } from '#app/intake/writer/copy_with_errors'
import { runImport } from '#app/intake/run_import'
import { undoImport } from '#app/intake/undo_import'
import { abandonRun } from '#app/settlement/abandon_run'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { importKind } from '#start/import_kinds'
import { calculated, linesOf, settled } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import {
  receive,
  receiveForms,
  receiveSaisines,
  writeForms,
  WORKBOOK,
  type FormTold,
} from '#tests/scenario/office_files'

const SAISINES = [
  { reference: 'I26-01', association: 'AV01', openedOn: '2026-05-04' },
  { reference: 'I26-02', association: 'AV01', openedOn: '2026-05-11' },
]
const FORMS: FormTold[] = SAISINES.map(({ reference, association }) => ({
  reference,
  association,
  receivedOn: '2026-07-01',
  outcome: 'Prise en charge',
  contactOn: '2026-05-12',
  acts: { entretien_psychologique: 1 },
}))

test.group('Les fichiers des bureaux', () => {
  test('le même fichier deux fois ne change rien, même sous un autre nom', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const path = await writeForms(federation, 'fiches.xlsx', FORMS, WORKBOOK)
    assert.include(await receive(federation, 'fiches', path, '2026-07-01'), { created: 2 })
    const renamed = join(federation.folder, 'fiches (1).xlsx')
    await copyFile(path, renamed)
    for (const sent of [path, renamed]) {
      const report = await receive(federation, 'fiches', sent, '2026-07-02')
      assert.include(report, { alreadyImported: true, created: 0, unchanged: 2 })
    }
    assert.equal(await count('return_forms'), 2)
    assert.equal(await count(`imports WHERE kind = 'fiches'`), 1)
  })

  test('le même contenu dans un autre fichier ne crée rien', async ({ assert, cleanup }) => {
    const federation = await opened(cleanup)
    await receiveForms(federation, '2026-07-01', 'fiches.csv', FORMS)
    const report = await receiveForms(federation, '2026-07-02', 'fiches.xlsx', FORMS, WORKBOOK)
    assert.include(report, { alreadyImported: false, created: 0, unchanged: 2 })
    assert.equal(await count('return_forms'), 2)
  })

  test('un import annulé ne laisse rien, et le même fichier revient', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const path = await writeForms(federation, 'fiches.csv', FORMS)
    const { importId } = await receive(federation, 'fiches', path, '2026-07-01')
    granted(await undo(federation, importId!))
    assert.equal(await count('return_forms'), 0)
    const again = await undo(federation, importId!)
    assert.deepEqual(messages(again), [`L’import n° ${importId} est déjà annulé.`])
    assert.include(await receive(federation, 'fiches', path, '2026-07-03'), { created: 2 })
  })

  test('un import utilisé ne s’annule pas, tant que sa campagne n’est pas abandonnée', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { importId } = await receiveForms(federation, '2026-07-01', 'fiches.csv', FORMS)
    const { run } = await calculated(federation, '2026-08-01')
    const refused = await undo(federation, importId!)
    assert.deepEqual(messages(refused), [
      'La fiche de la saisine I26-01 sert déjà à un calcul ou à une décision.',
    ])
    assert.equal(await count('return_forms'), 2)

    granted(await abandonRun(run.id, federation.people.finance.id, 'Fichier à reprendre'))
    granted(await undo(federation, importId!))
    assert.equal(await count('return_forms'), 0)
    assert.equal(await count('settlement_lines'), 0)

    await receiveForms(federation, '2026-07-01', 'fiches.csv', FORMS)
    const next = await settled(federation, '2026-08-01')
    assert.lengthOf(await linesOf(next.id), 4)
    const issuedImport = await rows<{ id: number }>('SELECT max(import_id) AS id FROM return_forms')
    assert.isTrue(isRefused(await undo(federation, issuedImport[0]!.id)))
  })

  test('les lignes valables entrent, les autres reviennent avec leurs erreurs', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const path = await writeForms(federation, 'fiches.csv', [
      FORMS[0]!,
      { ...FORMS[1]!, association: 'AV99', outcome: 'Peut-être' as never },
    ])
    const kind = await importKind('fiches')
    const options = { actorId: federation.people.coordinator.id, at: new Date() }
    const refused = await runImport(kind, path, options)
    assert.deepEqual(messages(refused), ['1 ligne à corriger : rien n’est enregistré.'])
    assert.equal(await count('return_forms'), 0)
    assert.equal(await count(`imports WHERE kind = 'fiches'`), 0)

    const report = granted(await runImport(kind, path, { ...options, validRows: true }))
    assert.include(report, { read: 2, created: 1 })
    assert.equal(await count('return_forms'), 1)
    const copy = join(federation.folder, 'fiches-erreurs.csv')
    await copyWithErrors(kind, path, report.problems, copy, [])
    const lines = (await readFile(copy, 'utf8')).trimEnd().split('\r\n')
    assert.isTrue(lines[0]!.endsWith(';Erreurs'))
    assert.isTrue(lines[1]!.endsWith(';'))
    assert.include(
      lines[2]!,
      'association : Cette association est inconnue. Écrivez le code de l’association tel qu’il est dans le réseau. | issue : Cette issue est inconnue. Écrivez prise en charge, injoignable, refus ou réorientée.'
    )

    const mended = lines.join('\r\n').replace('AV99', 'AV01').replace('Peut-être', 'Refus')
    await writeFile(copy, `${mended}\r\n`)
    const back = granted(await runImport(kind, copy, options))
    assert.include(back, { read: 2, created: 1, unchanged: 1 })
    assert.equal(await count('return_forms'), 2)
  })
})

async function opened(cleanup: (handler: () => Promise<void>) => void): Promise<Federation> {
  const federation = await openFederation({ associations: 1 })
  cleanup(federation.close)
  await receiveSaisines(federation, '2026-07-01', 'saisines.csv', SAISINES)
  return federation
}

function undo({ people }: Federation, importId: number) {
  return undoImport(importId, people.coordinator.id, importKind)
}

function messages(answer: object): string[] {
  return isRefused(answer) ? answer.refused.map(({ message }) => message) : []
}

async function count(table: string): Promise<number> {
  const found = await rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
  return found[0]!.n
}
