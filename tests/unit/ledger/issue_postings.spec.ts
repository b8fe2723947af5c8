import { test } from '@japa/runner'
import { issuePostings } from '#app/ledger/issue_postings'

const MAPPING = {
  treatment: 'aide',
  journalCode: 'REV',
  journalLabel: 'Reversements',
  chargeAccount: '6571',
  chargeLabel: 'Aides',
  payableAccount: '4671',
  payableLabel: 'Associations',
} as const
const ALPHA = { code: 'AV01', name: 'Alpha' }

test.group('Mouvements d’un relevé émis', () => {
  test('un relevé positif débite la charge et crédite l’association', ({ assert }) => {
    assert.deepEqual(issuePostings(34500, MAPPING, ALPHA), [
      {
        account: '6571',
        accountLabel: 'Aides',
        auxiliary: null,
        auxiliaryLabel: null,
        debit: 34500,
        credit: 0,
      },
      {
        account: '4671',
        accountLabel: 'Associations',
        auxiliary: 'AV01',
        auxiliaryLabel: 'Alpha',
        debit: 0,
        credit: 34500,
      },
    ])
  })

  test('un relevé négatif fait l’inverse, sans montant négatif', ({ assert }) => {
    const postings = issuePostings(-5000, MAPPING, ALPHA)!
    assert.deepEqual(
      postings.map(({ account, debit, credit }) => [account, debit, credit]),
      [
        ['6571', 0, 5000],
        ['4671', 5000, 0],
      ]
    )
  })

  test('un relevé nul ne donne pas d’écriture', ({ assert }) => {
    assert.isNull(issuePostings(0, MAPPING, ALPHA))
    assert.isNull(issuePostings(-0, MAPPING, ALPHA))
  })

  test('une fraction de centime n’est pas un montant', ({ assert }) => {
    assert.throws(() => issuePostings(0.5, MAPPING, ALPHA), /integer cents/)
  })
})
