import { test } from '@japa/runner'
import { LIFTABLE_CODES, type Decision } from '#app/reconciliation/decisions/decision'
import { BLOCKING_CODES } from '#app/reconciliation/findings/finding_codes'
import { matchForm } from '#app/reconciliation/match'
import { conventionTerms, formFacts, saisineFacts } from '#tests/unit/reconciliation/facts'

const FORCLUSION = { from: 'saisine', days: 20, effect: 'forclusion' } as const

function lateForm(...decisions: Decision[]) {
  const form = formFacts({ firstContactOn: '2026-02-01', decisions })
  return matchForm(form, saisineFacts(), conventionTerms({ deadline: FORCLUSION }), {
    retained: null,
  })
}

test.group('Décisions', () => {
  test('seules les dates et le délai peuvent être excusés', ({ assert }) => {
    assert.deepEqual(
      BLOCKING_CODES.filter((code) => LIFTABLE_CODES.has(code)),
      ['DATE_INCOHERENTE', 'HORS_DELAI']
    )
  })

  test('sans décision, la fiche est bloquée par le premier constat', ({ assert }) => {
    assert.equal(lateForm().outcome, 'DATE_INCOHERENTE')
  })

  test('une décision ne lève que le constat qu’elle nomme', ({ assert }) => {
    const result = lateForm({ code: 'DATE_INCOHERENTE', verdict: 'accepted' })
    assert.equal(result.outcome, 'HORS_DELAI')
    assert.deepEqual(
      result.findings.map(({ code, blocks }) => [code, blocks]),
      [
        ['DATE_INCOHERENTE', false],
        ['HORS_DELAI', true],
      ]
    )
  })

  test('tous les constats levés, la fiche est retenue et les garde', ({ assert }) => {
    const result = lateForm(
      { code: 'HORS_DELAI', verdict: 'accepted' },
      { code: 'DATE_INCOHERENTE', verdict: 'accepted' }
    )
    assert.equal(result.outcome, 'RETENUE')
    assert.lengthOf(result.findings, 2)
  })

  test('un refus confirme le blocage, sans le changer de nom', ({ assert }) => {
    const result = lateForm({ code: 'DATE_INCOHERENTE', verdict: 'refused' })
    assert.equal(result.outcome, 'DATE_INCOHERENTE')
  })

  test('une fiche retenue peut être écartée', ({ assert }) => {
    const decisions: Decision[] = [{ code: 'RETENUE', verdict: 'refused' }]
    const result = matchForm(formFacts({ decisions }), saisineFacts(), conventionTerms(), {
      retained: null,
    })
    assert.equal(result.outcome, 'ECARTEE')
  })

  test('un constat qui ne bloque pas peut être refusé, et écarte la fiche tant qu’il tient', ({
    assert,
  }) => {
    const form = formFacts({ decisions: [{ code: 'DEPARTEMENT_DIFFERENT', verdict: 'refused' }] })
    const outcome = (department: string) =>
      matchForm(form, saisineFacts({ department }), conventionTerms(), { retained: null }).outcome
    assert.equal(outcome('21'), 'ECARTEE')
    assert.equal(outcome('71'), 'RETENUE')
  })

  test('accepter un constat qui ne se lève pas ne change rien', ({ assert }) => {
    const form = formFacts({
      associationId: 11,
      decisions: [{ code: 'MAUVAISE_ASSOCIATION', verdict: 'accepted' }],
    })
    const result = matchForm(form, saisineFacts(), conventionTerms(), { retained: null })
    assert.equal(result.outcome, 'MAUVAISE_ASSOCIATION')
  })
})
