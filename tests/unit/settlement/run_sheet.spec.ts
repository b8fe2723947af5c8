import { test } from '@japa/runner'
import fc from 'fast-check'
import type { PricedLine } from '#app/pricing/price'
import { RunSheet } from '#app/settlement/calculation/run_sheet'
import { seed } from '#tests/unit/shared/property_seed'

function line(amount: number, serviceCode = 'entretien_psychologique'): PricedLine {
  return {
    scheduleId: 1,
    feeId: 2,
    serviceCode,
    serviceLabel: 'Entretien psychologique',
    unit: 'per_act',
    unitAmount: amount,
    quantityAsked: 1,
    quantityRetained: 1,
    cap: null,
    pricedOn: '2026-05-04',
    reduction: 0,
    amount,
  }
}

test.group('Feuille d’une campagne', () => {
  test('compte les lignes, les associations et le total, soldes reportés compris', ({ assert }) => {
    const sheet = new RunSheet(7)
    sheet.settle(1, 10, 100, [line(4500, 'forfait_saisine'), line(6000)])
    sheet.settle(2, 11, 101, [line(4800)])
    sheet.carry({ associationId: 1, statementId: 3, carriedCents: -1500 })
    assert.deepEqual([sheet.lines, sheet.associations, sheet.total], [4, 2, 13_800])
  })

  test('les mêmes lignes ont la même empreinte ; un centime ou une campagne la changent', ({
    assert,
  }) => {
    const digest = (runId: number, ...amounts: number[]) => {
      const sheet = new RunSheet(runId)
      for (const [i, amount] of amounts.entries()) sheet.settle(1, 10 + i, 100 + i, [line(amount)])
      return sheet.hash().toString('hex')
    }
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(amounts, fc.nat(8), (paid, at) => {
        const i = at % paid.length
        assert.equal(digest(1, ...paid), digest(1, ...paid))
        assert.notEqual(digest(1, ...paid), digest(2, ...paid))
        assert.notEqual(digest(1, ...paid), digest(1, ...paid.with(i, paid[i]! + 1)))
      }),
      { seed }
    )
  })

  test('une feuille vide vaut zéro et a une empreinte', ({ assert }) => {
    const sheet = new RunSheet(1)
    assert.deepEqual([sheet.lines, sheet.associations, sheet.total], [0, 0, 0])
    assert.lengthOf(sheet.hash(), 32)
  })
})
