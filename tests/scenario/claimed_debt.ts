import { granted } from '#app/demo/granted'
import { claimDebt } from '#app/statements/debit_notes/claim_debt'
import { row } from '#app/shared/rows'
import { calculated, issued, on, ordered, recalculated, settled } from '#tests/scenario/campaign'
import { decide } from '#tests/scenario/corrections'
import { openFederation } from '#tests/scenario/federation'
import { lettered, openAccounts } from '#tests/scenario/ledger/books'
import { accountFile, lotDebit, received, taken } from '#tests/scenario/payments/bank'
import { receiveForm, receiveWork } from '#tests/scenario/receive_work'

/** AV01 was paid five interviews too many, 300 € that a debit note claims. */
export async function claimedDebt(cleanup: (handler: () => Promise<void>) => void) {
  const federation = await openFederation({ associations: 1 })
  cleanup(federation.close)
  await openAccounts(federation)
  const work = { reference: 'D26-01', association: 'AV01', openedOn: '2026-05-04' }
  await receiveWork(federation, '2026-07-01', { ...work, psychological: 6 })
  const first = await settled(federation, '2026-08-01')
  const order = await received((await ordered(federation, [first.id], '2026-08-03')).id)
  const debit = accountFile('2026-08-05', lotDebit('2026-08-05', order, 40_500))
  await taken(federation, '2026-08-05', debit)
  await receiveForm(federation, '2026-08-10', { ...work, psychological: 1 })
  const { run } = await calculated(federation, '2026-09-01')
  await decide(federation, 'D26-01', 'entretien_psychologique', 'approved')
  await recalculated(federation, run.id, '2026-09-01')
  await issued(federation, run.id, '2026-09-01')
  await lettered(federation, '2026-09-02')
  const statement = 'REL-2026-000002'
  const reason = 'L’association cesse (fictif).'
  const { approver } = federation.people
  granted(await claimDebt({ statement, reason, actorId: approver.id, at: on('2026-10-05') }))
  const found = await row<{ id: number }>('SELECT id FROM statements WHERE number = ?', [statement])
  return { federation, statementId: found!.id }
}
