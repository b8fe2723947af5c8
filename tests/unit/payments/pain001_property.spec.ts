import { test } from '@japa/runner'
import fc from 'fast-check'
import { composeIBAN } from 'ibantools'
import { checkPain001 } from '#app/payments/pain001/check_pain001'
import { writePain001 } from '#app/payments/pain001/pain001'
import { PAIN_VERSIONS } from '#app/payments/pain001/pain_version'
import type { PaymentOrder } from '#app/payments/pain001/payment_order'
import { readPain001, type ReadOrder } from '#app/payments/pain001/read_pain001'
import { toSepaText } from '#app/payments/pain001/sepa_text'
import { nextTargetDay } from '#app/payments/target_calendar'
import { addDays } from '#app/shared/day'
import { exampleOrder, TODAY } from '#tests/unit/payments/example_order'
import { schemaComplaint, SCHEMAS_MISSING } from '#tests/unit/payments/schema'

const typed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter((text) => toSepaText(text, 1).text !== '')

const identifier = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ?:().,'+-]{0,25}[A-Za-z0-9]$/)

const address = fc.record({
  street: fc.option(fc.string({ unit: 'grapheme' })),
  buildingNumber: fc.option(fc.string()),
  postcode: fc.option(fc.integer({ min: 1000, max: 97699 }).map((n) => String(n).padStart(5, '0'))),
  town: typed,
  country: fc.constantFrom('FR', 'BE', 'DE', 'US'),
})

const account = fc.oneof(
  fc.record({ iban: fc.nat({ max: 99_999_999_999 }).map(frenchIban), bic: fc.constant(null) }),
  fc.constantFrom(
    { iban: 'CH9300762011623852957', bic: 'UBSWCHZH80A' },
    { iban: 'GB29NWBK60161331926819', bic: 'NWBKGB2LXXX' },
    { iban: 'DE89370400440532013000', bic: null }
  )
)

const transfer = fc
  .record({
    account,
    prefix: identifier,
    amount: fc.integer({ min: 1, max: 99_999_999_999 }),
    creditorName: typed,
    address: fc.option(address),
    remittance: typed,
  })
  .map(({ account: { iban, bic }, ...rest }) => ({ iban, bic, ...rest }))

const order: fc.Arbitrary<PaymentOrder> = fc.record({
  messageId: identifier,
  paymentInformationId: identifier,
  createdAt: fc.integer({ min: 0, max: 86_399 }).map((second) => {
    return `${TODAY}T${new Date(second * 1000).toISOString().slice(11, 19)}`
  }),
  executionDate: fc.nat({ max: 400 }).map((n) => nextTargetDay(addDays(TODAY, n))),
  batchBooking: fc.boolean(),
  debtor: fc.record({
    name: typed,
    iban: fc.constant('FR1420041010050500013M02606'),
    bic: fc.constantFrom('PSSTFRPPLIL', null),
    address: fc.option(address),
  }),
  transfers: fc.array(transfer, { minLength: 1, maxLength: 12 }).map((list) =>
    list.map(({ prefix, ...rest }, index) => ({
      ...rest,
      instructionId: `${prefix}-I${index}`,
      endToEndId: `${prefix}-E${index}`,
    }))
  ),
})

function parameters() {
  const seed = Number(process.env.SEED ?? Date.now())
  console.log(`seed ${seed}`)
  return { seed, numRuns: 100 }
}

test.group('Tout ordre écrit', () => {
  test('passe le contrôle, se relit au centime près et s’écrit deux fois pareil', ({ assert }) => {
    fc.assert(
      fc.property(order, fc.constantFrom(...PAIN_VERSIONS), (written, version) => {
        const xml = writePain001(written, { version })
        assert.equal(writePain001(structuredClone(written), { version }), xml)
        const errors = checkPain001(xml, { today: TODAY }).filter(({ level }) => level === 'error')
        assert.deepEqual(errors, [])
        const read = readPain001(xml) as ReadOrder
        const essence = ({ transfers }: PaymentOrder) =>
          transfers.map(({ amount, endToEndId, instructionId, iban }) => {
            return { amount, endToEndId, instructionId, iban }
          })
        assert.deepEqual(essence(read.order), essence(written))
        const sum = written.transfers.reduce((total, { amount }) => total + amount, 0)
        assert.deepEqual(read.declared.header, { count: written.transfers.length, sum })
        assert.deepEqual(read.declared.lot, read.declared.header)
        assert.equal(read.order.executionDate, written.executionDate)
      }),
      parameters()
    )
  })

  test('passe le schéma ISO de sa version', ({ assert }) => {
    fc.assert(
      fc.property(order, fc.constantFrom(...PAIN_VERSIONS), (written, version) => {
        assert.isNull(schemaComplaint(writePain001(written, { version }), version))
      }),
      parameters()
    )
  }).skip(SCHEMAS_MISSING, 'Les schémas ISO ne sont pas dans ../shared/xsd')

  test('de 130 virements tient en peu de temps', ({ assert }) => {
    const [model] = exampleOrder().transfers
    const network = exampleOrder({
      transfers: Array.from({ length: 130 }, (_, index) => ({
        ...model!,
        iban: frenchIban(index),
        instructionId: `VIR-${index}`,
        endToEndId: `REL-${index}`,
      })),
    })
    const start = performance.now()
    assert.deepEqual(checkPain001(writePain001(network), { today: TODAY }), [])
    console.log(`130 virements écrits et contrôlés en ${(performance.now() - start).toFixed(1)} ms`)
  })
})

/** The IBAN of a fictitious account at a fictitious French bank, with its RIB key. */
function frenchIban(rank: number): string {
  const key = 97 - ((89 * 30006 + 15 * 1 + 3 * (rank % 97)) % 97)
  const bban = `3000600001${String(rank).padStart(11, '0')}${String(key).padStart(2, '0')}`
  return composeIBAN({ countryCode: 'FR', bban })!
}
