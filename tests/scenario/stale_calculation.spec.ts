import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { undoImport } from '#app/intake/undo_import'
import { decideForm } from '#app/reconciliation/decisions/decide_form'
import { reopenRun } from '#app/settlement/approval/reopen_run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { importKind } from '#start/import_kinds'
import { calculated, linesOf, on, recalculated } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms, receiveSaisines } from '#tests/scenario/office_files'
import { receiveWork } from '#tests/scenario/receive_work'
import { receiveSchedule } from '#tests/scenario/schedule_file'

test.group('Un calcul dépassé', () => {
  test('une fiche écartée après le calcul n’est pas soumise au paiement', async ({
    assert,
    cleanup,
  }) => {
    const { federation, runId } = await opened(cleanup)
    granted(await setAside(federation))
    const answer = await submit(federation, runId)
    assert.isTrue(isRefused(answer) || (await linesOf(runId)).length === 0)
    await recalculated(federation, runId, '2026-08-01')
    assert.deepEqual(await linesOf(runId), [])
  })

  test('une campagne rouverte pour écarter une fiche ne repart pas telle quelle', async ({
    assert,
    cleanup,
  }) => {
    const { federation, runId } = await opened(cleanup)
    granted(await submit(federation, runId))
    assert.isTrue(isRefused(await setAside(federation)))
    granted(await reopenRun(runId, federation.people.finance.id, 'Fiche à vérifier'))
    granted(await setAside(federation))
    const answer = await submit(federation, runId)
    assert.isTrue(isRefused(answer) || (await linesOf(runId)).length === 0)
  })

  test('un barème retiré après le calcul ne règle pas la campagne', async ({ assert, cleanup }) => {
    const { federation, runId } = await opened(cleanup)
    const { people } = federation
    await receiveSchedule(federation, '2026-07-20', '99')
    await recalculated(federation, runId, '2026-08-01')
    const published = await row<{ id: number }>(`SELECT id FROM imports WHERE kind = 'baremes'`)
    granted(await undoImport(published!.id, people.coordinator.id, importKind))
    const answer = await submit(federation, runId)
    const amounts = (await linesOf(runId)).map((line) => line.split(' ').at(-1))
    assert.isTrue(isRefused(answer) || !amounts.includes('19800'))
  })
})

test('Une fiche reçue après l’arrêté ne retire pas de la campagne celle reçue avant', async ({
  assert,
  cleanup,
}) => {
  const federation = await openFederation({ associations: 1, conventions: ['FIC-2026'] })
  cleanup(federation.close)
  const convention = 'FIC-2026'
  await receiveSaisines(federation, '2026-07-01', 'saisines.csv', [
    {
      reference: 'F26-01',
      association: 'AV01',
      convention,
      openedOn: '2026-06-20',
      beneficiary: 'Salarié',
    },
  ])
  const form = {
    reference: 'F26-01',
    association: 'AV01',
    convention,
    outcome: 'Prise en charge',
    contactOn: '2026-06-22',
  } as const
  await receiveForms(federation, '2026-07-10', 'avant.csv', [
    { ...form, receivedOn: '2026-07-10', acts: { entretien_psychologique: 1 } },
  ])
  await receiveForms(federation, '2026-08-03', 'apres.csv', [
    { ...form, receivedOn: '2026-08-03', acts: { entretien_psychologique: 2 } },
  ])
  const { run } = await calculated(federation, '2026-08-01', convention)
  assert.deepEqual(await linesOf(run.id), [
    'AV01 F26-01 forfait_saisine 1 3000',
    'AV01 F26-01 entretien_psychologique 1 5000',
  ])
})

/** P26-01: 45 + 2 × 60, calculated on 1 August. */
async function opened(cleanup: (handler: () => Promise<void>) => void) {
  const federation = await openFederation({ associations: 1 })
  cleanup(federation.close)
  await receiveWork(federation, '2026-07-01', {
    reference: 'P26-01',
    association: 'AV01',
    openedOn: '2026-05-04',
    psychological: 2,
  })
  const { run } = await calculated(federation, '2026-08-01')
  return { federation, runId: run.id }
}

async function setAside({ people }: Federation) {
  const form = await row<{ id: number }>('SELECT min(id) AS id FROM return_forms')
  return decideForm({
    formId: form!.id,
    code: 'RETENUE',
    verdict: 'refused',
    reason: 'La fiche est celle d’une autre personne (fictif).',
    actorId: people.coordinator.id,
  })
}

function submit({ people }: Federation, runId: number) {
  return submitRun(runId, people.finance.id, on('2026-08-01'))
}
