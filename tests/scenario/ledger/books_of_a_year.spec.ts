import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { chooseYearEnd } from '#app/ledger/closing/choose_year_end'
import { closePeriod } from '#app/ledger/closing/close_period'
import { yearEnd } from '#app/ledger/closing/year_end'
import { balancesByAccount, balancesByAssociation } from '#app/ledger/flow/balances'
import { envelopeUses } from '#app/ledger/flow/envelope_use'
import { fundFlow } from '#app/ledger/flow/fund_flow'
import { postReceipts } from '#app/ledger/receipts/post_receipts'
import { waitingCredits } from '#app/ledger/receipts/waiting_credits'
import { receivePart } from '#app/payments/receipts/receive_part'
import { recordReceipt } from '#app/ledger/receipts/record_receipt'
import { isRefused, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'
import { calculated, on, ordered, settled } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import {
  conventionId,
  lettered,
  letters,
  openAccounts,
  paidIn,
  receiptEntries,
} from '#tests/scenario/ledger/books'
import { accountFile, comeBack, lotDebit, received, taken } from '#tests/scenario/payments/bank'
import { receiveWork } from '#tests/scenario/receive_work'

test.group('Une année de comptes', () => {
  test('reçu, dû, payé, retourné, lettré, clos, et ce qui reste est un choix', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation()
    cleanup(federation.close)
    const { people } = federation
    const id = await conventionId()

    // Until the accountant chose its account, the instalment of the convention’s file waits.
    assert.deepEqual(granted(await postReceipts(people.finance.id)), { posted: 0, waiting: 1 })
    await openAccounts(federation)
    const early = await closePeriod(people.finance.id, '2026-06-30', on('2026-07-05'))
    assert.deepEqual(codes(early), ['VERSEMENTS_NON_COMPTABILISES'])
    assert.deepEqual(granted(await postReceipts(people.finance.id)), { posted: 1, waiting: 0 })
    assert.deepEqual(granted(await postReceipts(people.finance.id)), { posted: 0, waiting: 0 })

    await aQuarter(federation)
    const run = await settled(federation, '2026-07-15')
    const order = await received((await ordered(federation, [run.id], '2026-07-20')).id)
    const debit = accountFile('2026-07-22', lotDebit('2026-07-22', order, 49_500))
    await taken(federation, '2026-07-22', debit)
    assert.deepEqual(await lettered(federation, '2026-07-31'), { letterings: 3, postings: 6 })
    assert.deepEqual(await lettered(federation, '2026-07-31'), { letterings: 0, postings: 0 })
    const back = comeBack('2026-08-12', 'REL-2026-000003', 22_500, 'AC01')
    await taken(federation, '2026-08-12', accountFile('2026-08-12', back))
    assert.deepEqual(await lettered(federation, '2026-08-31'), { letterings: 0, postings: 0 })
    assert.deepEqual(await letters(), ['AV01 AA 2 5', 'AV02 AA 3 6', 'AV03 AA 4 7'])

    const closure = granted(await closePeriod(people.finance.id, '2026-09-30', on('2026-10-05')))
    assert.deepInclude(closure, { until: '2026-09-30', entries: 8, debitCents: 25_121_500 })
    assert.deepEqual(codes(await closePeriod(people.finance.id, '2026-09-15', on('2026-10-05'))), [
      'PERIODE_CLOSE',
    ])
    await paidIn(federation, '2026-09-28', 1_000_000, 'AMF-2026-FICTIF-2')
    assert.deepEqual(await receiptEntries(), [
      'AMF-2026-FICTIF-1 2026-01-20 25000000',
      'AMF-2026-FICTIF-2 2026-10-01 1000000',
    ])
    assert.deepEqual(await breaches(), [])

    const flow = (await fundFlow(id, 2026))!
    assert.deepEqual(flow.before, { received: 0, due: 0, paid: 0, toPay: 0, left: 0 })
    assert.deepEqual(flow.end, {
      received: 26_000_000,
      due: 49_500,
      paid: 27_000,
      toPay: 22_500,
      left: 25_950_500,
    })
    assert.deepEqual(
      flow.associations.map(({ code, dueCents, paidCents, toPayCents }) =>
        [code, dueCents, paidCents, toPayCents].join(' ')
      ),
      ['AV01 10500 10500 0', 'AV02 16500 16500 0', 'AV03 22500 0 22500']
    )
    assert.deepEqual(
      (await balancesByAccount('2026-12-31')).map((one) => `${one.account} ${one.balanceCents}`),
      ['441000 -26000000', '467000 -22500', '512000 25973000', '657100 49500']
    )
    assert.deepEqual(
      (await balancesByAssociation('2026-12-31')).map((one) => `${one.code} ${one.openCents}`),
      ['AV01 0', 'AV02 0', 'AV03 -22500']
    )
    // Paid on 22 July and lettered on 31: two days before the transfers, everything was still owed.
    assert.deepEqual(
      (await balancesByAssociation('2026-07-20')).map(
        ({ code, balanceCents, openCents }) => `${code} ${balanceCents} ${openCents}`
      ),
      ['AV01 -10500 -10500', 'AV02 -16500 -16500', 'AV03 -22500 -22500']
    )
    const [use] = await envelopeUses(id)
    assert.deepInclude(use, {
      receivedCents: 26_000_000,
      engagedCents: 49_500,
      liquidatedCents: 49_500,
      paidCents: 27_000,
      leftCents: 44_950_500,
      state: 'calm',
    })
    await rows('UPDATE book_settings SET envelope_alert_percent = 1')
    assert.equal((await envelopeUses(id))[0]!.state, 'calm')

    // Work of December, whose form comes before the year ends and that no run has paid.
    await receiveWork(federation, '2026-12-20', {
      reference: 'A26-09',
      association: 'AV02',
      openedOn: '2026-12-03',
      psychological: 1,
    })
    await calculated(federation, '2027-01-10')
    const end = (await yearEnd(id, 2026))!
    assert.deepEqual(
      end.accruals.map(({ code, saisines, amountCents }) => [code, saisines, amountCents]),
      [['AV02', 1, 10_500]]
    )
    assert.deepInclude(end, { accruedCents: 10_500, unanswered: 0, toDecideCents: 25_940_000 })
    assert.isNull(end.choice)
    const choice = {
      conventionId: id,
      year: 2026,
      choice: 'dedicated',
      leftCents: 25_940_000,
      reason: 'Accord du financeur (fictif).',
    } as const
    assert.deepEqual(codes(await chooseYearEnd(people.approver, choice, on('2026-12-31'))), [
      'ANNEE_EN_COURS',
    ])
    assert.deepEqual(codes(await chooseYearEnd(people.finance, choice, on('2027-02-01'))), [
      'ROLE_INSUFFISANT',
    ])
    const other = { ...choice, leftCents: 1 }
    assert.deepEqual(codes(await chooseYearEnd(people.approver, other, on('2027-02-01'))), [
      'RESTE_CHANGE',
    ])
    assert.lengthOf(await rows('SELECT 1 FROM year_end_choices'), 0)
    granted(await chooseYearEnd(people.approver, choice, on('2027-02-01')))
    assert.equal((await yearEnd(id, 2026))!.choice!.choice, 'dedicated')
    granted(await closePeriod(people.approver.id, '2026-12-31', on('2027-02-01')))
    assert.deepEqual(await breaches(), [])
  })

  test('un crédit de la banque est un versement connu de ce montant, ou un nouveau', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation({ associations: 1 })
    cleanup(federation.close)
    const { finance } = federation.people
    await openAccounts(federation)
    await taken(
      federation,
      '2026-05-05',
      accountFile(
        '2026-05-05',
        { on: '2026-05-04', amount: 25_000_000, reference: 'B-1', counterparty: 'FINANCEUR' },
        { on: '2026-05-05', amount: 700_000, reference: 'B-2', counterparty: 'FINANCEUR' }
      )
    )
    const [known, fresh] = await waitingCredits([])
    assert.deepEqual(
      [known!, fresh!].map(({ amountCents, choices }) => [amountCents, choices.length]),
      [
        [25_000_000, 1],
        [700_000, 0],
      ]
    )
    const receiptId = Number(known!.choices[0]!.value.slice(1))
    const at = on('2026-05-06')
    assert.deepEqual(
      codes(await receivePart(finance.id, { partId: fresh!.partId, receiptId }, at)),
      ['MONTANT_DIFFERENT']
    )
    assert.lengthOf(await waitingCredits([]), 2, 'un refus ne résout rien')
    granted(await receivePart(finance.id, { partId: known!.partId, receiptId }, at))
    assert.deepEqual(
      codes(await receivePart(finance.id, { partId: known!.partId, receiptId }, at)).length,
      1
    )
    const [envelope] = await rows<{ id: number }>('SELECT id FROM envelopes')
    const instalment = { partId: fresh!.partId, envelopeId: envelope!.id }
    granted(await receivePart(finance.id, instalment, at))
    assert.deepEqual(await waitingCredits([]), [])
    granted(await postReceipts(finance.id))
    assert.deepEqual(await receiptEntries(), [
      'AMF-2026-FICTIF-1 2026-01-20 25000000',
      'B-2 2026-05-05 700000',
    ])
    assert.deepEqual(await breaches(), [])
  })

  test('un versement inconnu, à venir ou déjà connu ne s’enregistre pas', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation({ associations: 1 })
    cleanup(federation.close)
    const receipt = {
      conventionId: await conventionId(),
      envelopeId: null,
      receivedOn: '2026-05-02',
      amountCents: 100,
      reference: 'X-1',
    }
    const attempt = (change: Partial<typeof receipt>) =>
      recordReceipt(federation.people.finance.id, { ...receipt, ...change }, '2026-05-02')
    assert.deepEqual(codes(await attempt({ receivedOn: '2026-05-03' })), ['VERSEMENT_A_VENIR'])
    assert.deepEqual(codes(await attempt({ reference: 'AMF-2026-FICTIF-1' })), ['VERSEMENT_CONNU'])
    assert.deepEqual(codes(await attempt({ conventionId: 999_999 })), ['CONVENTION_INCONNUE'])
    assert.lengthOf(await rows('SELECT 1 FROM funder_receipts'), 1)
  })
})

function codes(result: object | Refused): string[] {
  return isRefused(result) ? result.refused.map(({ code }) => code) : []
}

/** AV01: 105 €, AV02: 165 €, AV03: 225 €. */
async function aQuarter(federation: Federation): Promise<void> {
  for (const rank of [1, 2, 3]) {
    await receiveWork(federation, '2026-07-01', {
      reference: `A26-0${rank}`,
      association: `AV0${rank}`,
      openedOn: '2026-05-04',
      psychological: rank,
    })
  }
}
