import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { statementText } from '#tests/scenario/archive'
import { calculated, issued, settled } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms } from '#tests/scenario/office_files'
import { receiveWork } from '#tests/scenario/receive_work'

test.group('Une fiche refusée se lit sur un relevé, et sur un seul', () => {
  test('celle d’une association payée, avec sa raison et ce qu’il faut faire', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await works(federation, '2026-07-01', 'N26-01', 'AV02')
    await lost(federation)
    await settled(federation, '2026-08-01')
    await works(federation, '2026-08-10', 'N26-02', 'AV02')
    await settled(federation, '2026-09-01')
    assert.include(
      await statementText('REL-2026-000001'),
      'N26-99 Code SAISINE_INCONNUE 03/07/2026 Aucune saisine ne porte la référence « N26-99 ».'
    )
    const next = await statementText('REL-2026-000002')
    assert.include(next, 'Toutes les fiches reçues ont été retenues.')
  })

  test('celle d’une association retenue, au relevé qui la paie enfin', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await works(federation, '2026-07-01', 'N26-01', 'AV02')
    await lost(federation)
    const { run } = await calculated(federation, '2026-08-01')
    const reason = 'RIB contesté (fictif).'
    const actorId = federation.people.finance.id
    granted(await holdAssociation({ runId: run.id, associationCode: 'AV02', reason, actorId }))
    await issued(federation, run.id, '2026-08-01')
    await settled(federation, '2026-09-01')
    assert.include(await statementText('REL-2026-000001'), 'N26-99 Code SAISINE_INCONNUE')
  })

  test('celle d’une association dont rien n’était payable, à son premier relevé', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await works(federation, '2026-07-01', 'N26-01', 'AV01')
    await lost(federation)
    await settled(federation, '2026-08-01')
    await works(federation, '2026-08-10', 'N26-02', 'AV02')
    await settled(federation, '2026-09-01')
    assert.include(await statementText('REL-2026-000002'), 'N26-99 Code SAISINE_INCONNUE')
  })
})

async function opened(cleanup: (handler: () => Promise<void>) => void): Promise<Federation> {
  const federation = await openFederation({ associations: 2 })
  cleanup(federation.close)
  return federation
}

function works(federation: Federation, day: string, reference: string, association: string) {
  return receiveWork(federation, day, {
    reference,
    association,
    openedOn: '2026-05-04',
    psychological: 1,
  })
}

/** AV02 sends a form under a reference that nobody gave. */
function lost(federation: Federation) {
  const form = { reference: 'N26-99', association: 'AV02', outcome: 'Injoignable' } as const
  return receiveForms(federation, '2026-07-03', 'fiche-perdue.csv', [
    { ...form, receivedOn: '2026-07-03' },
  ])
}
