import { test } from '@japa/runner'
import { transferPostings } from '#app/ledger/transfer_postings'

const PAID = {
  account: '467000',
  label: 'Associations',
  auxiliary: 'AV01',
  auxiliaryLabel: 'Alpha',
}
const BANK = { account: '512000', label: 'Banque', journalCode: 'BQ', journalLabel: 'Banque' }

test.group('L’écriture d’un virement', () => {
  test('exécuté, il solde ce qui est dû par la banque ; retourné, c’est l’inverse', ({
    assert,
  }) => {
    const sides = (effect: 'executed' | 'returned') =>
      transferPostings(12_345, effect, PAID, BANK).map(
        ({ account, auxiliary, debit, credit }) => `${account} ${auxiliary} ${debit} ${credit}`
      )
    assert.deepEqual(sides('executed'), ['467000 AV01 12345 0', '512000 null 0 12345'])
    assert.deepEqual(sides('returned'), ['467000 AV01 0 12345', '512000 null 12345 0'])
  })
})
