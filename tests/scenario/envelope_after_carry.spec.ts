import { test } from '@japa/runner'
import { submitRun } from '#app/settlement/approval/submit_run'
import { isRefused } from '#app/shared/result'
import { calculated, issued, on, recalculated, settled } from '#tests/scenario/campaign'
import { decide } from '#tests/scenario/corrections'
import { openFederation } from '#tests/scenario/federation'
import { receiveForm, receiveWork } from '#tests/scenario/receive_work'

test('Un solde reporté n’est pas déduit deux fois de l’enveloppe ni des versements', async ({
  assert,
  cleanup,
}) => {
  const federation = await openFederation({
    associations: 1,
    change: (file) => ({
      ...file,
      envelopes: [{ from: '2026-01-01', to: '2027-01-01', amountCents: 48_000 }],
      receipts: [{ receivedOn: '2026-01-20', amountCents: 48_000, reference: 'SOLDE' }],
    }),
  })
  cleanup(federation.close)
  const work = { association: 'AV01', openedOn: '2026-05-04' }
  // 45 + 6 × 60 = 405 are paid, of which 300 were not due.
  await receiveWork(federation, '2026-07-01', { ...work, reference: 'C26-01', psychological: 6 })
  await settled(federation, '2026-08-01')
  await receiveForm(federation, '2026-08-10', { ...work, reference: 'C26-01', psychological: 1 })
  const { run: second } = await calculated(federation, '2026-09-01')
  await decide(federation, 'C26-01', 'entretien_psychologique', 'approved')
  await recalculated(federation, second.id, '2026-09-01')
  await issued(federation, second.id, '2026-09-01')
  // 285 are due, and 300 taken back: 390 were due so far, and 405 paid.
  await receiveWork(federation, '2026-09-10', { ...work, reference: 'C26-02', psychological: 4 })
  await settled(federation, '2026-10-01')
  // 45 + 48 = 93 more would make 483.
  await receiveWork(federation, '2026-10-10', {
    ...work,
    reference: 'C26-03',
    psychological: 0,
    acts: { entretien_juridique: 1 },
  })
  const { run } = await calculated(federation, '2026-11-02')
  const answer = await submitRun(run.id, federation.people.finance.id, on('2026-11-02'))
  assert.deepEqual(isRefused(answer) ? answer.refused.map(({ code }) => code) : [], [
    'ENVELOPPE_DEPASSEE',
    'FONDS_NON_RECUS',
  ])
})
