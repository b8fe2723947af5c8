import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import type { ImportRejected } from '#app/intake/import_rejected'
import { runImport } from '#app/intake/run_import'
import { undoImport } from '#app/intake/undo_import'
import { rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { importKind } from '#start/import_kinds'
import { refusedWithoutWriting } from '#tests/support/picture'
import { calculated, linesOf, outcomes } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms, receiveSaisines, writeSaisines } from '#tests/scenario/office_files'

const KNOWN = { reference: 'D26-01', association: 'AV01', openedOn: '2026-05-04' }

test.group('Saisines reçues', (group) => {
  let federation: Federation

  group.each.setup(async () => {
    federation = await openFederation({ associations: 2 })
    return async () => {
      await federation.close()
      await emptyDatabase()
    }
  })

  test('une saisine redite à l’identique ne change rien', async ({ assert }) => {
    await receiveSaisines(federation, '2026-07-01', 'un.csv', [KNOWN])
    const again = { ...KNOWN, reference: 'D26-02' }
    const report = await receiveSaisines(federation, '2026-07-02', 'deux.csv', [KNOWN, again])
    assert.include(report, { read: 2, created: 1, unchanged: 1 })
  })

  test('une saisine qui se contredit est refusée, dans le fichier ou d’un fichier à l’autre', async ({
    assert,
  }) => {
    const moved = { ...KNOWN, association: 'AV02' }
    const inFile = await problems(await writeSaisines(federation, 'un.csv', [KNOWN, moved]))
    assert.isNotEmpty(inFile)
    await receiveSaisines(federation, '2026-07-01', 'deux.csv', [KNOWN])
    const between = await problems(await writeSaisines(federation, 'trois.csv', [moved]))
    assert.deepEqual(
      between.map(({ rowNumber }) => rowNumber),
      [2]
    )

    async function problems(path: string) {
      const options = { actorId: federation.people.platform.id }
      let answer: object = {}
      await refusedWithoutWriting(assert, async () => {
        answer = await runImport(await importKind('saisines'), path, options)
        return answer
      })
      return (answer as ImportRejected).problems
    }
  })

  test('un import de saisines annulé laisse les fiches, qui redeviennent inconnues', async ({
    assert,
  }) => {
    const { importId } = await receiveSaisines(federation, '2026-07-01', 'un.csv', [KNOWN])
    const form = { ...KNOWN, outcome: 'Injoignable', receivedOn: '2026-07-01' } as const
    await receiveForms(federation, '2026-07-01', 'fiches.csv', [form])
    granted(await undoImport(importId!, federation.people.coordinator.id, importKind))
    const { run } = await calculated(federation, '2026-08-01')
    assert.deepEqual(await outcomes(), ['D26-01 SAISINE_INCONNUE'])
    assert.deepEqual(await linesOf(run.id), [])
    assert.lengthOf(await rows('SELECT 1 FROM findings'), 1)
  })
})
