import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { balancesByAssociation } from '#app/ledger/flow/balances'
import { fundFlow } from '#app/ledger/flow/fund_flow'
import { waitingCredits } from '#app/ledger/receipts/waiting_credits'
import { receiveDebt } from '#app/payments/receipts/receive_debt'
import {
  recordDebitPayment,
  type DebitPayment,
} from '#app/statements/debit_notes/record_debit_payment'
import { isRefused, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { breaches, journal } from '#tests/scenario/books'
import { on } from '#tests/scenario/campaign'
import { claimedDebt } from '#tests/scenario/claimed_debt'
import type { Federation } from '#tests/scenario/federation'
import { conventionId, letters } from '#tests/scenario/ledger/books'
import { accountFile, openItems, taken } from '#tests/scenario/payments/bank'

test.group('Une note de débit que l’association paie', () => {
  test('passe à la banque, solde la dette, et se lettre avec elle', async ({ assert, cleanup }) => {
    const { federation, statementId } = await claimedDebt(cleanup)
    const payment = { statementId, paidOn: '2026-10-20', reference: 'VIR AV01', partId: null }
    const paid = granted(await pay(federation, payment))
    assert.deepEqual(paid, { number: 'NDD-2026-000001', amountCents: 30_000, entryId: 4 })
    assert.deepEqual((await journal()).slice(-2), [
      'NDD-2026-000001 512000 30000 0',
      'NDD-2026-000001 467000 AV01 0 30000',
    ])
    assert.deepEqual(await letters(), ['AV01 AA 1 2', 'AV01 AB 3 4'])
    assert.deepEqual(
      (await balancesByAssociation('2026-12-31')).map((one) => [one.balanceCents, one.openCents]),
      [[0, 0]]
    )
    const flow = (await fundFlow(await conventionId(), 2026))!
    assert.deepEqual([flow.end.due, flow.end.paid, flow.end.toPay], [10_500, 10_500, 0])
    assert.deepEqual(await breaches(), [])
  })

  test('se reconnaît au crédit de la banque de son montant, au centime', async ({
    assert,
    cleanup,
  }) => {
    const { federation, statementId } = await claimedDebt(cleanup)
    const { finance } = federation.people
    const lines = [30_001, 30_000].map((amount) => ({
      on: '2026-10-21',
      amount,
      reference: `B-${amount}`,
    }))
    await taken(federation, '2026-10-22', accountFile('2026-10-22', ...lines))
    const credits = await waitingCredits([])
    assert.deepEqual(
      credits.map(({ choices }) => choices.map(({ label }) => label)),
      [[], ['Note de débit NDD-2026-000001, AV01']]
    )
    const at = on('2026-10-23')
    const [other, same] = credits.map(({ partId }) => ({ partId, statementId }))
    assert.deepEqual(codes(await receiveDebt(finance.id, other!, at)), ['MONTANT_DIFFERENT'])
    assert.lengthOf(await openItems(), 2, 'un refus ne résout rien')
    granted(await receiveDebt(finance.id, same!, at))
    assert.lengthOf(await openItems(), 1)
    assert.deepEqual(await rows('SELECT paid_on AS "paidOn", reference FROM debit_payments'), [
      { paidOn: '2026-10-21', reference: `ligne ${same!.partId}` },
    ])
    assert.deepEqual(await breaches(), [])
  })

  test('ne se paie pas deux fois, ni d’avance, ni sans référence, ni sans être réclamée', async ({
    assert,
    cleanup,
  }) => {
    const { federation, statementId } = await claimedDebt(cleanup)
    const payment = { statementId, paidOn: '2026-10-20', reference: 'VIR AV01', partId: null }
    const refusal = async (change: Partial<DebitPayment>) =>
      codes(await pay(federation, { ...payment, ...change }))
    assert.deepEqual(await refusal({ paidOn: '2026-11-01' }), ['PAIEMENT_A_VENIR'])
    assert.deepEqual(await refusal({ reference: '' }), ['REFERENCE_MANQUANTE'])
    assert.deepEqual(await refusal({ statementId: 1 }), ['NOTE_INCONNUE'])
    assert.lengthOf(await rows('SELECT 1 FROM debit_payments'), 0)
    granted(await pay(federation, payment))
    assert.deepEqual(await refusal({}), ['NOTE_PAYEE'])
    assert.lengthOf(await rows(`SELECT 1 FROM journal_entries WHERE kind = 'debit_payment'`), 1)
  })
})

function pay({ people }: Federation, payment: DebitPayment) {
  return recordDebitPayment(people.finance.id, payment, on('2026-10-25'))
}

function codes(result: object | Refused): string[] {
  return isRefused(result) ? result.refused.map(({ code }) => code) : []
}
