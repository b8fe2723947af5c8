import { test } from '@japa/runner'
import fc from 'fast-check'
import { addFlows, flow } from '#app/ledger/flow/flow'
import { seed } from '#tests/unit/shared/property_seed'

test.group('Emploi des fonds', () => {
  test('reçu = payé + à payer + reste, au centime', ({ assert }) => {
    assert.deepEqual(flow({ received: 100_000, due: 49_500, paid: 27_000, toPay: 22_500 }), {
      received: 100_000,
      due: 49_500,
      paid: 27_000,
      toPay: 22_500,
      left: 50_500,
    })
  })

  test('une avance donne un reste négatif, une dette d’association un reste à payer négatif', ({
    assert,
  }) => {
    assert.equal(flow({ received: 0, due: 500, paid: 500, toPay: 0 }).left, -500)
    assert.equal(flow({ received: 900, due: 400, paid: 500, toPay: -100 }).left, 500)
  })

  test('des comptes qui ne se répondent pas ne s’affichent pas', ({ assert }) => {
    assert.throws(
      () => flow({ received: 100, due: 50, paid: 30, toPay: 19 }),
      'Received 100, but paid 30, to pay 19 and left 50'
    )
  })

  test('deux périodes s’ajoutent sans rien perdre', ({ assert }) => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
    const sums = fc
      .tuple(cents, cents, cents)
      .map(([received, due, paid]) => flow({ received, due, paid, toPay: due - paid }))
    fc.assert(
      fc.property(sums, sums, (a, b) => {
        const sum = addFlows(a, b)
        assert.equal(sum.left, a.left + b.left)
        assert.equal(sum.received, sum.paid + sum.toPay + sum.left)
      }),
      { seed }
    )
  })
})
