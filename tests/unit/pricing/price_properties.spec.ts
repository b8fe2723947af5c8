import { test } from '@japa/runner'
import fc from 'fast-check'
import { correctionsFor, type IssuedLine } from '#app/pricing/correct'
import { explain, recompute } from '#app/pricing/explain'
import { price, type PricedLine } from '#app/pricing/price'
import { matchForm } from '#app/reconciliation/match'
import { naivePrice } from '#tests/unit/pricing/naive_pricer'
import { anyForm, anySaisine, anyTerms } from '#tests/unit/reconciliation/arbitraries'
import { checkProperty } from '#tests/unit/reconciliation/properties'

const issued: fc.Arbitrary<IssuedLine[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    serviceCode: fc.constantFrom('FORFAIT', 'PSY', 'JUR', 'SOC', 'ANCIEN'),
    amount: fc.integer({ min: -500_00, max: 500_00 }),
    correctsLineId: fc.option(fc.integer({ min: 1, max: 99 })),
  }),
  { selector: ({ id }) => id }
)

function total(lines: readonly { amount: number }[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

test.group('Lois du prix', () => {
  test('sur 10 000 conventions tirées au sort, un calcul naïf trouve le même prix', ({
    assert,
  }) => {
    let paid = 0
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, (form, saisine, terms) => {
        const priced = price(form, saisine, terms)
        const naive = naivePrice(form, saisine, terms)
        if ('refusal' in priced) return assert.isNull(naive)
        paid++
        assert.deepEqual(
          priced.lines.map(({ feeId, quantityRetained, reduction, amount }) => ({
            feeId,
            retained: BigInt(quantityRetained),
            reduction: BigInt(reduction),
            amount: BigInt(amount),
          })),
          naive
        )
      }),
      10_000
    )
    assert.isAbove(paid, 2_000, 'les tirages doivent souvent donner un prix')
  })

  test('chaque ligne tombe juste, et la saisine reste sous son plafond', ({ assert }) => {
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, (form, saisine, terms) => {
        const priced = price(form, saisine, terms)
        if ('refusal' in priced) return
        for (const line of priced.lines) {
          assert.equal(line.amount, line.unitAmount * line.quantityRetained - line.reduction)
          assert.isAtLeast(line.amount, 0)
          assert.isAtLeast(line.reduction, 0)
          assert.isAtMost(line.quantityRetained, line.quantityAsked)
        }
        if (terms.ceilingPerSaisine !== null) {
          assert.isAtMost(total(priced.lines), terms.ceilingPerSaisine)
        }
      }),
      3_000
    )
  })

  test('une fiche retenue a toujours un prix, et un refus de prix le même constat', ({
    assert,
  }) => {
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, (form, saisine, terms) => {
        const priced = price(form, saisine, terms)
        const { outcome, findings } = matchForm(form, saisine, terms, { retained: null })
        const noTariff = findings.find(({ code }) => code === 'AUCUN_TARIF')
        if (outcome === 'RETENUE') assert.property(priced, 'lines')
        assert.equal(noTariff?.message, 'refusal' in priced ? priced.refusal.reason : undefined)
      }),
      3_000
    )
  })

  test('un plafond se constate quand et seulement quand une ligne est réduite', ({ assert }) => {
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, (form, saisine, terms) => {
        const priced = price(form, saisine, terms)
        const { findings } = matchForm(form, saisine, terms, { retained: null })
        const reduced = (line: PricedLine) =>
          line.reduction > 0 || line.quantityRetained < line.quantityAsked
        assert.equal(
          findings.some(({ code }) => code === 'PLAFOND_DEPASSE'),
          'lines' in priced && priced.lines.some(reduced)
        )
      }),
      3_000
    )
  })

  test('toute explication se recalcule au centime', ({ assert }) => {
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, (form, saisine, terms) => {
        const priced = price(form, saisine, terms)
        if ('refusal' in priced) return
        for (const line of priced.lines) {
          const schedule = terms.schedules.find(({ id }) => id === line.scheduleId)!
          const explanation = explain(line, { form, saisine, terms, schedule })
          assert.equal(recompute(explanation), line.amount)
          assert.equal(explanation.total, line.amount)
        }
      }),
      3_000
    )
  })

  test('ce qui est émis et sa régularisation font ce qui est dû, et rien ne reste', ({
    assert,
  }) => {
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, issued, (form, saisine, terms, history) => {
        const priced = price(form, saisine, terms)
        const due = 'lines' in priced ? priced.lines : []
        const corrections = correctionsFor(due, history)
        assert.equal(total(history) + total(corrections), total(due))
        const settled = [
          ...history,
          ...corrections.map((correction, rank) => ({ ...correction, id: 1_000 + rank })),
        ]
        assert.isEmpty(correctionsFor(due, settled))
      }),
      3_000
    )
  })
})
