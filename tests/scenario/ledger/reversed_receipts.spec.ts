import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { chooseYearEnd } from '#app/ledger/closing/choose_year_end'
import { closePeriod } from '#app/ledger/closing/close_period'
import { envelopeUses } from '#app/ledger/flow/envelope_use'
import { fundFlow } from '#app/ledger/flow/fund_flow'
import { postReceipts } from '#app/ledger/receipts/post_receipts'
import { recordReceipt } from '#app/ledger/receipts/record_receipt'
import { waitingCredits } from '#app/ledger/receipts/waiting_credits'
import { importConvention } from '#app/conventions/file/import_convention'
import { receivePart } from '#app/payments/receipts/receive_part'
import { reverseReceipt, type Reversal } from '#app/payments/receipts/reverse_receipt'
import { isRefused, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'
import { on } from '#tests/scenario/campaign'
import { conventionFile, openFederation, type Federation } from '#tests/scenario/federation'
import { conventionId, openAccounts, paidIn } from '#tests/scenario/ledger/books'
import { accountFile, openItems, taken } from '#tests/scenario/payments/bank'

test.group('Un versement enregistré par erreur', () => {
  test('se contre-passe dans la période ouverte, et sa ligne de banque attend de nouveau', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { finance } = federation.people
    const line = { on: '2026-05-04', amount: 700_000, reference: 'B-1' }
    await taken(federation, '2026-05-05', accountFile('2026-05-05', line))
    const { partId } = (await waitingCredits([]))[0]!
    const envelope = await row<{ id: number }>('SELECT id FROM envelopes')
    const instalment = { partId, envelopeId: envelope!.id }
    granted(await receivePart(finance.id, instalment, on('2026-05-06')))
    granted(await postReceipts(finance.id))
    granted(await closePeriod(finance.id, '2026-05-31', on('2026-06-05')))
    const receiptId = await idOf('B-1')

    const reversed = granted(await reverse(federation, { receiptId }, '2026-06-10'))
    assert.deepInclude(reversed, { reference: 'B-1', amountCents: 700_000, entryId: 3 })
    assert.deepEqual(await entriesOf(receiptId), [
      'funder_receipt 2026-05-04 441000 0 700000',
      'funder_receipt 2026-05-04 512000 700000 0',
      'receipt_reversal 2026-06-10 441000 700000 0',
      'receipt_reversal 2026-06-10 512000 0 700000',
    ])
    assert.lengthOf(await openItems(), 1)
    const id = await conventionId()
    assert.equal((await envelopeUses(id))[0]!.receivedCents, 25_000_000)
    const flow = (await fundFlow(id, 2026))!
    assert.equal(flow.end.received, 25_000_000)
    assert.deepEqual(
      flow.receipts.map(({ reference, receivedOn, amountCents }) => [
        reference,
        receivedOn,
        amountCents,
      ]),
      [
        ['AMF-2026-FICTIF-1', '2026-01-20', 25_000_000],
        ['B-1', '2026-05-04', 700_000],
        ['B-1, contre-passé', '2026-06-10', -700_000],
      ]
    )
    assert.deepEqual(await breaches(), [])

    // The same credit is then what it is, under its own reference.
    granted(await receivePart(finance.id, instalment, on('2026-06-11')))
    granted(await postReceipts(finance.id))
    assert.lengthOf(await openItems(), 0)
    assert.lengthOf(await rows(`SELECT 1 FROM funder_receipts WHERE reference = 'B-1'`), 2)
    assert.equal((await fundFlow(id, 2026))!.end.received, 25_700_000)
    assert.deepEqual(await breaches(), [])
  })

  test('sans être comptabilisé, il ne passe aucune écriture, et ne le sera pas', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { finance } = federation.people
    const convention = { conventionId: await conventionId(), envelopeId: null }
    const typed = { receivedOn: '2026-05-04', amountCents: 100, reference: 'FAUX-1' }
    const { id } = granted(
      await recordReceipt(finance.id, { ...convention, ...typed }, '2026-05-04')
    )
    const reversed = granted(await reverse(federation, { receiptId: id }, '2026-05-05'))
    assert.deepInclude(reversed, { entryId: null, itemId: null })
    assert.deepEqual(granted(await postReceipts(finance.id)), { posted: 0, waiting: 0 })
    granted(await closePeriod(finance.id, '2026-05-31', on('2026-06-05')))
    assert.deepEqual(await breaches(), [])
  })

  test('le fichier de la convention ne le remet pas, et sa référence sert au bon', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { finance, coordinator } = federation.people
    const receiptId = await idOf('AMF-2026-FICTIF-1')
    granted(await reverse(federation, { receiptId }, '2026-05-05'))
    const file = await conventionFile('AMF-2021')
    assert.deepEqual(granted(await importConvention(coordinator, file)).added, {})
    await paidIn(federation, '2026-05-05', 24_000_000, 'AMF-2026-FICTIF-1')
    assert.equal((await fundFlow(await conventionId(), 2026))!.end.received, 24_000_000)
    assert.deepEqual(granted(await postReceipts(finance.id)), { posted: 0, waiting: 0 })
    assert.deepEqual(await breaches(), [])
  })

  test('reste tel quel sans motif, sans confirmation, une seconde fois, ou si l’année est décidée', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { approver } = federation.people
    await paidIn(federation, '2027-01-10', 100_000, 'AMF-2027')
    const [first, second] = [await idOf('AMF-2026-FICTIF-1'), await idOf('AMF-2027')]
    const refusal = async (change: Partial<Reversal>) =>
      codes(await reverse(federation, { receiptId: first, ...change }, '2027-02-02'))
    assert.deepEqual(await refusal({ reason: ' ' }), ['MOTIF_MANQUANT'])
    assert.deepEqual(await refusal({ confirmed: false }), ['CONFIRMATION_MANQUANTE'])
    assert.deepEqual(await refusal({ receiptId: 999_999 }), ['VERSEMENT_INCONNU'])
    const choice = {
      choice: 'dedicated',
      leftCents: 25_000_000,
      reason: 'Accord (fictif).',
    } as const
    const year = { conventionId: await conventionId(), year: 2026 }
    granted(await chooseYearEnd(approver, { ...year, ...choice }, on('2027-02-01')))
    assert.deepEqual(await refusal({}), ['RESTE_DECIDE'])
    assert.lengthOf(await rows('SELECT 1 FROM journal_entries'), 2)
    assert.lengthOf(await rows('SELECT 1 FROM funder_receipts WHERE reversed_at IS NOT NULL'), 0)

    granted(await reverse(federation, { receiptId: second }, '2027-02-02'))
    assert.deepEqual(await refusal({ receiptId: second }), ['VERSEMENT_CONTREPASSE'])
    assert.lengthOf(await rows('SELECT 1 FROM journal_entries'), 3)
    assert.deepEqual(await breaches(), [])
  })
})

async function opened(cleanup: (handler: () => Promise<void>) => void): Promise<Federation> {
  const federation = await openFederation({ associations: 1 })
  cleanup(federation.close)
  await openAccounts(federation)
  granted(await postReceipts(federation.people.finance.id))
  return federation
}

function reverse(
  { people }: Federation,
  reversal: Partial<Reversal> & { receiptId: number },
  day: string
) {
  const wrong = { reason: 'Versement d’une autre convention (fictif).', confirmed: true }
  return reverseReceipt(people.finance.id, { ...wrong, ...reversal }, on(day))
}

async function idOf(reference: string): Promise<number> {
  const found = await row<{ id: number }>('SELECT id FROM living_receipts WHERE reference = ?', [
    reference,
  ])
  return found!.id
}

/** `funder_receipt 2026-05-04 512000 700000 0` */
async function entriesOf(receiptId: number): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', kind, entry_date, account, debit_cents, credit_cents) AS line FROM journal_lines
     WHERE receipt_id = ? ORDER BY entry_id, account`,
    [receiptId]
  )
  return found.map(({ line }) => line)
}

function codes(result: object | Refused): string[] {
  return isRefused(result) ? result.refused.map(({ code }) => code) : []
}
