import { test } from '@japa/runner'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { FormFacts, FormIdentity } from '#app/reconciliation/facts/form_facts'
import { matchSaisine } from '#app/reconciliation/match_saisine'
import { conventionTerms, formFacts, saisineFacts } from '#tests/unit/reconciliation/facts'

type Policy = ConventionTerms['duplicatePolicy']

function outcomes(
  duplicatePolicy: Policy,
  forms: readonly FormFacts[],
  settledFormId: number | null = null
): Record<number, string> {
  const terms = conventionTerms({ duplicatePolicy })
  const matches = matchSaisine(saisineFacts(), terms, forms, identified(settledFormId))
  return Object.fromEntries(matches.map(({ formId, outcome }) => [formId, outcome]))
}

function identified(id: number | null): FormIdentity | null {
  return id === null ? null : { id, receivedOn: '2026-03-10', origin: 'import' }
}

const first = formFacts({ id: 1, receivedOn: '2026-03-10' })
const second = formFacts({ id: 2, version: 2, receivedOn: '2026-03-12' })
const third = formFacts({ id: 3, version: 3, receivedOn: '2026-03-14' })
const wrongOutcome = { outcome: 'refus' }

test.group('Fiches d’une même saisine', () => {
  test('une saisine sans fiche n’a pas de résultat', ({ assert }) => {
    assert.deepEqual(outcomes('first_received', []), {})
  })

  test('la première reçue est retenue, les suivantes sont des doublons', ({ assert }) => {
    assert.deepEqual(outcomes('first_received', [third, first, second]), {
      1: 'RETENUE',
      2: 'DOUBLON',
      3: 'DOUBLON',
    })
  })

  test('la dernière reçue est retenue quand la convention le veut', ({ assert }) => {
    assert.deepEqual(outcomes('last_received', [first, third, second]), {
      1: 'DOUBLON',
      2: 'DOUBLON',
      3: 'RETENUE',
    })
  })

  test('le même jour, la version départage, puis le numéro', ({ assert }) => {
    const receivedOn = '2026-03-10'
    const forms = [
      formFacts({ id: 8, version: 2, receivedOn }),
      formFacts({ id: 9, version: 1, receivedOn }),
      formFacts({ id: 7, version: 2, receivedOn }),
    ]
    assert.equal(outcomes('first_received', forms)[9], 'RETENUE')
    assert.equal(outcomes('last_received', forms)[8], 'RETENUE')
  })

  test('ce que l’association corrige dans le portail n’est plus retenu, quelle que soit la règle', ({
    assert,
  }) => {
    const fixed = formFacts({ ...second, origin: 'portal' })
    assert.deepEqual(outcomes('first_received', [first, fixed]), { 1: 'DOUBLON', 2: 'RETENUE' })
    assert.deepEqual(outcomes('last_received', [first, fixed]), { 1: 'DOUBLON', 2: 'RETENUE' })
    const unpaid = formFacts({ ...fixed, ...wrongOutcome })
    assert.deepEqual(outcomes('first_received', [first, unpaid]), {
      1: 'DOUBLON',
      2: 'AUCUN_TARIF',
    })
  })

  test('une fiche bloquée laisse la place à la suivante, et garde sa raison', ({ assert }) => {
    assert.deepEqual(
      outcomes('first_received', [formFacts({ ...first, ...wrongOutcome }), second, third]),
      { 1: 'AUCUN_TARIF', 2: 'RETENUE', 3: 'DOUBLON' }
    )
    assert.deepEqual(
      outcomes('last_received', [first, second, formFacts({ ...third, ...wrongOutcome })]),
      { 1: 'DOUBLON', 2: 'RETENUE', 3: 'AUCUN_TARIF' }
    )
  })

  test('une fiche écartée laisse la place à la suivante', ({ assert }) => {
    const refused = formFacts({ ...first, decisions: [{ code: 'RETENUE', verdict: 'refused' }] })
    assert.deepEqual(outcomes('first_received', [refused, second]), { 1: 'ECARTEE', 2: 'RETENUE' })
  })

  test('une fiche déjà payée reste la fiche retenue, quelle que soit la règle', ({ assert }) => {
    const expected = { 1: 'DOUBLON', 2: 'RETENUE', 3: 'DOUBLON' }
    assert.deepEqual(outcomes('first_received', [first, second, third], 2), expected)
    assert.deepEqual(outcomes('last_received', [first, second, third], 2), expected)
  })

  test('une fiche déjà payée que plus rien ne justifie garde sa place, et montre ses constats', ({
    assert,
  }) => {
    const paid = formFacts({ ...first, ...wrongOutcome })
    const [match, other] = matchSaisine(
      saisineFacts(),
      conventionTerms(),
      [second, paid],
      identified(1)
    )
    assert.equal(match?.outcome, 'RETENUE')
    assert.deepEqual(
      match?.findings.map(({ code }) => code),
      ['AUCUN_TARIF']
    )
    assert.equal(other?.outcome, 'DOUBLON')
  })

  test('une fiche payée hors de la liste fait des autres des doublons', ({ assert }) => {
    assert.deepEqual(outcomes('first_received', [second], 1), { 2: 'DOUBLON' })
  })
})
