import { test } from '@japa/runner'
import { correctionsFor, type IssuedLine } from '#app/pricing/correct'
import { price } from '#app/pricing/price'
import {
  conventionTerms,
  formFacts,
  interviewFee,
  packageFee,
  saisineFacts,
  scheduleTerms,
} from '#tests/unit/reconciliation/facts'

function due(packageAmount: number, interviewAmount: number) {
  const fees = [packageFee({ amount: packageAmount }), interviewFee({ amount: interviewAmount })]
  const terms = conventionTerms({ schedules: [scheduleTerms({ fees })] })
  const priced = price(formFacts(), saisineFacts(), terms)
  return 'lines' in priced ? priced.lines : []
}

const ISSUED: readonly IssuedLine[] = [
  { id: 700, serviceCode: 'FORFAIT', amount: 30_00, correctsLineId: null },
  { id: 701, serviceCode: 'PSY', amount: 135_00, correctsLineId: null },
]

test.group('Régularisations', () => {
  test('des lignes émises au juste montant n’appellent rien', ({ assert }) => {
    assert.isEmpty(correctionsFor(due(30_00, 45_00), ISSUED))
    assert.isEmpty(correctionsFor([], []))
  })

  test('un prix relevé de 5,00 € fait un complément, lié à la ligne émise', ({ assert }) => {
    assert.deepEqual(correctionsFor(due(30_00, 50_00), ISSUED), [
      {
        serviceCode: 'PSY',
        correctsLineId: 701,
        due: 150_00,
        alreadyPaid: 135_00,
        amount: 15_00,
      },
    ])
  })

  test('une fiche qui n’est plus due se reprend ligne à ligne', ({ assert }) => {
    assert.deepEqual(
      correctionsFor([], ISSUED).map(({ correctsLineId, amount }) => [correctsLineId, amount]),
      [
        [700, -30_00],
        [701, -135_00],
      ]
    )
  })

  test('les régularisations déjà émises comptent, et l’origine reste la première ligne', ({
    assert,
  }) => {
    const history: IssuedLine[] = [
      { id: 900, serviceCode: 'PSY', amount: 15_00, correctsLineId: 701 },
      ...ISSUED,
    ]
    assert.isEmpty(correctionsFor(due(30_00, 50_00), history))
    assert.deepEqual(correctionsFor(due(30_00, 40_00), history), [
      {
        serviceCode: 'PSY',
        correctsLineId: 701,
        due: 120_00,
        alreadyPaid: 150_00,
        amount: -30_00,
      },
    ])
  })

  test('l’ordre des lignes émises ne change rien', ({ assert }) => {
    assert.deepEqual(correctionsFor([], ISSUED.toReversed()), correctionsFor([], ISSUED))
  })

  test('une prestation jamais émise n’a pas de ligne à corriger', ({ assert }) => {
    assert.deepEqual(correctionsFor(due(30_00, 45_00), ISSUED.slice(0, 1)), [
      { serviceCode: 'PSY', correctsLineId: null, due: 135_00, alreadyPaid: 0, amount: 135_00 },
    ])
  })

  test('une prestation à prix nul jamais émise n’appelle rien', ({ assert }) => {
    assert.isEmpty(correctionsFor(due(30_00, 0), ISSUED.slice(0, 1)))
  })
})
