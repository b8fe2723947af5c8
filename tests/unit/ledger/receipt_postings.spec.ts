import { test } from '@japa/runner'
import { receiptPostings } from '#app/ledger/receipts/receipt_postings'

const BANK = { account: '512000', label: 'Banque' }
const FUNDER = { account: '441000', label: 'Subventions à recevoir' }

test.group('Écriture d’un versement reçu', () => {
  test('la banque au débit, le financeur au crédit', ({ assert }) => {
    const common = { auxiliary: null, auxiliaryLabel: null }
    assert.deepEqual(receiptPostings(25_000_000, BANK, FUNDER), [
      {
        ...common,
        account: '512000',
        accountLabel: 'Banque',
        debit: 25_000_000,
        credit: 0,
      },
      {
        ...common,
        account: '441000',
        accountLabel: 'Subventions à recevoir',
        debit: 0,
        credit: 25_000_000,
      },
    ])
  })

  test('un versement nul ou négatif n’en est pas un', ({ assert }) => {
    for (const cents of [0, -1, 0.5]) assert.throws(() => receiptPostings(cents, BANK, FUNDER))
  })
})
