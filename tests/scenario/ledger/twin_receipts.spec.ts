import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { recordReceipt } from '#app/ledger/receipts/record_receipt'
import { waitingCredits } from '#app/ledger/receipts/waiting_credits'
import { receivePart } from '#app/payments/receipts/receive_part'
import { isRefused, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'
import { on } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { conventionId } from '#tests/scenario/ledger/books'
import { accountFile, taken } from '#tests/scenario/payments/bank'
import { cfonb, type CfonbMovement } from '#tests/support/bank_files/cfonb'

const AT = on('2026-11-30')

test.group('Un crédit que la banque raconte deux fois', () => {
  test('en CFONB puis en camt, il n’est un second versement que si on dit pourquoi', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    await inCfonb(federation, { amount: 700_000, label: 'VIR PREFECTURE', number: '7' })
    await inCamt(federation, '2026-11-27', 700_000, 'B-2')
    const [first, second] = await waitingCredits([])
    granted(await take(federation, first!.partId))
    assert.deepEqual(await receipts(), [`ligne ${first!.partId} du 24/11/2026 2026-11-24`])

    const [waiting] = await waitingCredits([])
    assert.deepEqual(
      waiting!.twins.map(({ code, receivedOn }) => `${code} ${receivedOn}`),
      ['AMF-2021 2026-11-24']
    )
    const again = await take(federation, second!.partId)
    assert.deepEqual(reasons(again), [
      `Un versement de ce montant est déjà enregistré pour AMF-2021 : ligne ${first!.partId} du 24/11/2026, reçu le 24/11/2026. La banque raconte peut-être le même crédit dans deux messages.`,
    ])
    assert.lengthOf(await receipts(), 1)
    assert.lengthOf(await waitingCredits([]), 1, 'un refus ne résout rien')

    granted(await take(federation, second!.partId, 'Deux conventions départementales (fictif).'))
    assert.deepEqual((await receipts()).slice(1), ['B-2 2026-11-27'])
    const told = await row<{ after: { reason: string } }>(
      `SELECT after FROM events WHERE verb = 'receipt.recorded' ORDER BY id DESC LIMIT 1`
    )
    assert.equal(told!.after.reason, 'Deux conventions départementales (fictif).')
    assert.deepEqual(await breaches(), [])
  })

  test('au-delà de cinq jours, ou dans un même message, ce sont deux versements', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const both = ['7', '7'].map((number) => ({ amount: 700_000, label: 'VIR', number }))
    await inCfonb(federation, ...both)
    await inCamt(federation, '2026-11-30', 700_000, 'B-3')
    for (const { partId } of await waitingCredits([])) granted(await take(federation, partId))
    assert.lengthOf(await receipts(), 3)
    assert.deepEqual(await breaches(), [])
  })

  test('celui qu’une personne avait écrit est peut-être celui de la banque', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const { finance } = federation.people
    const convention = { conventionId: await conventionId(), envelopeId: null }
    const typed = { receivedOn: '2026-11-26', amountCents: 700_000, reference: 'AVIS-1' }
    const { id } = granted(
      await recordReceipt(finance.id, { ...convention, ...typed }, '2026-11-26')
    )
    await inCamt(federation, '2026-11-27', 700_000, 'B-4')
    const { partId } = (await waitingCredits([]))[0]!
    assert.lengthOf(reasons(await take(federation, partId)), 1)
    granted(await receivePart(finance.id, { partId, receiptId: id }, AT))
    assert.deepEqual(await receipts(), ['AVIS-1 2026-11-26'])
  })

  test('deux crédits sous la référence du même payeur gardent chacun la leur', async ({
    assert,
    cleanup,
  }) => {
    const federation = await opened(cleanup)
    const transfers = (amount: number) => [{ endToEndId: 'SUBVENTION', amount }]
    await taken(
      federation,
      '2026-11-27',
      accountFile(
        '2026-11-27',
        { on: '2026-11-26', amount: 700_000, reference: 'B-5', transfers: transfers(700_000) },
        { on: '2026-11-27', amount: 800_000, reference: 'B-6', transfers: transfers(800_000) }
      )
    )
    for (const { partId } of await waitingCredits([])) granted(await take(federation, partId))
    assert.deepEqual(await receipts(), ['SUBVENTION 2026-11-26', 'B-6 2026-11-27'])
  })
})

async function opened(cleanup: (handler: () => Promise<void>) => void): Promise<Federation> {
  const federation = await openFederation({ associations: 1 })
  cleanup(federation.close)
  return federation
}

/** Booked on 24 November 2026. */
async function inCfonb(federation: Federation, ...movements: CfonbMovement[]): Promise<void> {
  await taken(federation, '2026-11-25', cfonb({ movements }))
}

async function inCamt(federation: Federation, day: string, amount: number, reference: string) {
  await taken(federation, day, accountFile(day, { on: day, amount, reference }))
}

async function take({ people }: Federation, partId: number, distinct: string | null = null) {
  const envelope = await row<{ id: number }>('SELECT id FROM envelopes')
  return receivePart(people.finance.id, { partId, envelopeId: envelope!.id, distinct }, AT)
}

function reasons(result: object | Refused): string[] {
  if (!isRefused(result)) return []
  return result.refused.map(({ message }) => message.replaceAll(/[\u00a0\u202f]/g, ' '))
}

/** Those of the bank, after the one of the convention’s file. */
async function receipts(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT reference || ' ' || received_on AS line FROM funder_receipts ORDER BY id OFFSET 1`
  )
  return found.map(({ line }) => line)
}
