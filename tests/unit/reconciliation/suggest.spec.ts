import { test } from '@japa/runner'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { buildReferenceIndex } from '#app/reconciliation/suggestions/reference_index'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { isSure, suggest, type Suggestion } from '#app/reconciliation/suggestions/suggest'
import { formFacts, saisineFacts } from '#tests/unit/reconciliation/facts'

function suggestions(
  form: Partial<FormFacts>,
  ...saisines: readonly Partial<SaisineFacts>[]
): Suggestion[] {
  return suggest(formFacts(form), buildReferenceIndex(saisines.map(saisineFacts)))
}

test.group('Suggestions pour une référence inconnue', () => {
  test('une référence recopiée sans tiret, en tout point conforme, vaut cent', ({ assert }) => {
    const [best, ...others] = suggestions({ reference: 'fv7k2m9q' }, {})
    assert.equal(best?.score, 100)
    assert.deepEqual(best?.reasons, [
      'Même référence, écrite autrement',
      'Saisine confiée à la même association',
      'Premier contact le 04/02/2026, peu après la saisine du 02/02/2026',
      'Département 71, où l’association intervient',
    ])
    assert.isTrue(isSure(best!, others))
  })

  test('chaque indice absent ôte ses points et sa raison', ({ assert }) => {
    const [best] = suggestions(
      { reference: 'FV-7K2MQ9', firstContactOn: '2026-06-01' },
      { associationId: 11, department: '21' }
    )
    assert.equal(best?.score, 40)
    assert.deepEqual(best?.reasons, ['Référence à un caractère près'])
  })

  test('sans premier contact, la réception de la fiche est comparée à la saisine', ({ assert }) => {
    const form = { reference: 'FV-7K2M9', firstContactOn: null, receivedOn: '2026-04-03' }
    const [best] = suggestions(form, {})
    assert.include(best!.reasons, 'Fiche reçue le 03/04/2026, peu après la saisine du 02/02/2026')
    const [late] = suggestions({ ...form, receivedOn: '2026-04-04' }, {})
    assert.equal(best!.score - late!.score, 15)
  })

  test('une saisine postérieure au premier contact n’a pas les points de la date', ({ assert }) => {
    const reference = 'FV7K2M9Q'
    const [sameDay] = suggestions({ reference, firstContactOn: '2026-02-02' }, {})
    const [dayBefore] = suggestions({ reference, firstContactOn: '2026-02-01' }, {})
    assert.equal(sameDay?.score, 100)
    assert.equal(dayBefore?.score, 85)
    assert.isFalse(isSure(dayBefore!, []))
  })

  test('les suggestions viennent de la plus probable à la moins probable', ({ assert }) => {
    const found = suggestions(
      { reference: 'FV-7K2M9X' },
      { id: 3, reference: 'FV-7K2M88' },
      { id: 2, reference: 'FV-7K2M9Y', associationId: 11 },
      { id: 4, reference: 'FV-7K2M9W' },
      { id: 1, reference: 'FV-7K2M9Z' },
      { id: 5, reference: 'FV-000000' }
    )
    assert.deepEqual(
      found.map(({ saisine, score }) => [saisine.id, score]),
      [
        [1, 90],
        [4, 90],
        [3, 75],
        [2, 65],
      ]
    )
  })
})

test.group('Suggestions sûres', () => {
  test('une seule candidate à un caractère près, tout concordant, est sûre', ({ assert }) => {
    const [best, ...others] = suggestions({ reference: 'FV-7K2M9X' }, {})
    assert.isTrue(isSure(best!, others))
  })

  test('une candidate à deux caractères près n’est jamais sûre', ({ assert }) => {
    const [best] = suggestions({ reference: 'FV-7K2MXX' }, {})
    assert.equal(best?.score, 75)
    assert.isFalse(isSure(best!, []))
  })

  test('la saisine d’une autre association n’est jamais sûre', ({ assert }) => {
    const [best] = suggestions({ reference: 'FV7K2M9Q' }, { associationId: 11 })
    assert.isFalse(isSure(best!, []))
  })

  test('une rivale à un caractère près ôte la certitude', ({ assert }) => {
    const [best, ...others] = suggestions(
      { reference: 'FV-7K2M9X' },
      {},
      { id: 101, reference: 'FV-7K2M9Y', associationId: 11 }
    )
    assert.lengthOf(others, 1)
    assert.isFalse(isSure(best!, others))
  })

  test('la même référence écrite autrement l’emporte sur ses voisines', ({ assert }) => {
    const [best, ...others] = suggestions(
      { reference: 'FV 7K2M9Q' },
      {},
      { id: 101, reference: 'FV-7K2M9R' }
    )
    assert.lengthOf(others, 1)
    assert.isTrue(isSure(best!, others))
  })

  test('deux saisines de même référence normalisée ne sont sûres ni l’une ni l’autre', ({
    assert,
  }) => {
    const [best, ...others] = suggestions(
      { reference: 'FV70' },
      { id: 1, reference: 'FV-70' },
      { id: 2, reference: 'FV-7O' }
    )
    assert.isFalse(isSure(best!, others))
  })
})
