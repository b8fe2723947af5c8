import { test } from '@japa/runner'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { calculated, on, outcomes } from '#tests/scenario/campaign'
import { openFederation } from '#tests/scenario/federation'
import { receiveForm, receiveWork } from '#tests/scenario/receive_work'

test('Le rapprochement montré pendant une campagne est celui qu’elle règle, même si la dernière fiche reçue l’emporte', async ({
  assert,
  cleanup,
}) => {
  const federation = await openFederation({
    associations: 1,
    change: (file) => ({ ...file, duplicatePolicy: 'last_received' }),
  })
  cleanup(federation.close)
  const work = { reference: 'L26-01', association: 'AV01', openedOn: '2026-05-04' }
  await receiveWork(federation, '2026-07-01', { ...work, psychological: 1 })
  await receiveForm(federation, '2026-08-10', { ...work, psychological: 3 })
  const before = await reconcileConvention('AMF-2021', on('2026-08-15'))
  assert.isNull(before.run)
  assert.deepEqual(await outcomes(), ['L26-01 DOUBLON', 'L26-01 RETENUE'])

  const { run } = await calculated(federation, '2026-08-01')
  const settles = await outcomes()
  assert.deepEqual(settles, ['L26-01 RETENUE', 'L26-01 DOUBLON'])
  const shown = await reconcileConvention('AMF-2021', on('2026-08-15'))
  assert.deepEqual(shown.run, { code: run.code, until: '2026-08-01' })
  assert.deepEqual(await outcomes(), settles)
})
