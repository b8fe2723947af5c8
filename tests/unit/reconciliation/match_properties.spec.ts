import { test } from '@japa/runner'
import fc from 'fast-check'
import { BLOCKING_CODES, INFORMATIVE_CODES } from '#app/reconciliation/findings/finding_codes'
import { LIFTABLE_CODES } from '#app/reconciliation/decisions/decision'
import { matchForm } from '#app/reconciliation/match'
import { matchSaisine } from '#app/reconciliation/match_saisine'
import { anyForm, anySaisine, anyTerms } from '#tests/unit/reconciliation/arbitraries'
import { checkProperty } from '#tests/unit/reconciliation/properties'

const ORDER: readonly string[] = [...BLOCKING_CODES, ...INFORMATIVE_CODES]

const forms = fc.uniqueArray(anyForm, { maxLength: 5, selector: ({ id }) => id })
const saisineOrNone = fc.option(anySaisine, { nil: null, freq: 5 })
const settled = fc.option(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    receivedOn: fc.constant('2026-03-10'),
    origin: fc.constant('import' as const),
  }),
  { freq: 2 }
)

test.group('Lois du rapprochement', () => {
  test('toute fiche a un résultat, expliqué par son premier constat bloquant', ({ assert }) => {
    checkProperty(
      fc.property(anyForm, saisineOrNone, anyTerms, (form, saisine, terms) => {
        const { outcome, findings } = matchForm(form, saisine, saisine && terms, {
          retained: null,
        })
        const blocking = findings.find(({ blocks }) => blocks)
        if (blocking) assert.equal(outcome, blocking.code)
        else assert.include(['RETENUE', 'ECARTEE'], outcome)
      }),
      3_000
    )
  })

  test('les constats suivent l’ordre des codes, un au plus par code', ({ assert }) => {
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, settled, (form, saisine, terms, retained) => {
        const { findings } = matchForm(form, saisine, terms, { retained })
        const ranks = findings.map(({ code }) => ORDER.indexOf(code))
        assert.deepEqual(
          ranks,
          [...new Set(ranks)].toSorted((a, b) => a - b)
        )
      }),
      3_000
    )
  })

  test('une décision ne lève jamais que ce qui peut l’être', ({ assert }) => {
    checkProperty(
      fc.property(anyForm, anySaisine, anyTerms, (form, saisine, terms) => {
        const context = { retained: null }
        const decided = matchForm(form, saisine, terms, context)
        const bare = matchForm({ ...form, decisions: [] }, saisine, terms, context)
        assert.deepEqual(
          decided.findings.map(({ code }) => code),
          bare.findings.map(({ code }) => code)
        )
        for (const [i, { code, blocks }] of bare.findings.entries()) {
          if (blocks && !decided.findings[i]!.blocks) assert.isTrue(LIFTABLE_CODES.has(code))
        }
      }),
      3_000
    )
  })

  test('chaque fiche d’une saisine a exactement un résultat, et une au plus est retenue', ({
    assert,
  }) => {
    checkProperty(
      fc.property(forms, anySaisine, anyTerms, settled, (list, saisine, terms, paid) => {
        const matches = matchSaisine(saisine, terms, list, paid)
        assert.sameMembers(
          matches.map(({ formId }) => formId),
          list.map(({ id }) => id)
        )
        const retained = matches.filter(({ outcome }) => outcome === 'RETENUE')
        assert.isAtMost(retained.length, 1)
        if (paid !== null) {
          for (const { formId } of retained) assert.equal(formId, paid.id)
        }
      }),
      3_000
    )
  })

  test('l’ordre des fiches reçues de la base ne change rien', ({ assert }) => {
    const shuffled = forms.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
      )
    )
    checkProperty(
      fc.property(shuffled, anySaisine, anyTerms, settled, ([a, b], saisine, terms, paid) => {
        assert.deepEqual(
          matchSaisine(saisine, terms, a, paid),
          matchSaisine(saisine, terms, b, paid)
        )
      }),
      3_000
    )
  })
})
