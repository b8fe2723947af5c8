import { test } from '@japa/runner'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { buildNetwork } from '#app/demo/build_network'
import { planQuarter } from '#app/demo/quarter_plan'
import type { QuarterPlan } from '#app/demo/quarter/planned'
import { DEFAULT_RATES } from '#app/demo/quarter/finding_rates'
import {
  BLOCKING_CODES,
  INFORMATIVE_CODES,
  SAISINE_CODES,
} from '#app/reconciliation/findings/finding_codes'
import { buildReferenceIndex, neighbours } from '#app/reconciliation/suggestions/reference_index'
import { CONVENTIONS } from '#tests/unit/demo/conventions'
import { SHIPPED } from '#tests/unit/demo/shipped_conventions'
import { reconcilePlan } from '#tests/unit/demo/reconcile_plan'

const network = buildNetwork({ seed: 7 })
const wish = {
  seed: 7,
  saisines: 4000,
  quarterStart: '2026-07-01',
  conventions: CONVENTIONS,
  network,
}
const plan = planQuarter(wish)

function found(planned: QuarterPlan, conventions: readonly ConventionTerms[]) {
  return reconcilePlan(planned, network, conventions).map(({ outcome, findings }) => ({
    outcome,
    findings: findings.map(({ code }) => code),
  }))
}

function expected(planned: QuarterPlan) {
  return planned.forms.map((form) => form.expected)
}

test.group('Plan d’un trimestre', () => {
  test('la même graine donne le même plan', ({ assert }) => {
    assert.deepEqual(planQuarter(wish), plan)
    assert.notDeepEqual(planQuarter({ ...wish, seed: 8 }).forms[0], plan.forms[0])
  })

  test('chaque constat y est, le nombre de fois que disent les taux', ({ assert }) => {
    const { findings } = plan.expected
    const codes = [...BLOCKING_CODES, ...INFORMATIVE_CODES, ...SAISINE_CODES]
    assert.deepEqual(
      codes.filter((code) => !findings[code]),
      []
    )
    assert.include(findings, {
      SAISINE_INCONNUE: 32, // 24 mistyped, 8 invented
      DOUBLON: 32,
      MAUVAISE_ASSOCIATION: 20,
      MAUVAISE_CONVENTION: 12,
      DATE_INCOHERENTE: 20,
      HORS_CONVENTION: 8,
      CANAL_NON_PAYABLE: 28,
      BENEFICIAIRE_NON_COUVERT: 24,
      PLAFOND_DEPASSE: 80,
      FICHE_MANQUANTE: 356, // 320 unsent, 24 mistyped, 12 under another convention
    })
  })

  for (const seed of [7, 8, 9]) {
    test(`le rapprochement trouve ce que le plan annonce, fiche par fiche (graine ${seed})`, ({
      assert,
    }) => {
      const planned = planQuarter({ ...wish, seed })
      assert.deepEqual(found(planned, CONVENTIONS), expected(planned))
    })
  }

  test('avec les conventions livrées aussi, à tous les trimestres de 2026', ({ assert }) => {
    for (const quarterStart of ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']) {
      const planned = planQuarter({ ...wish, conventions: SHIPPED, quarterStart })
      assert.deepEqual(found(planned, SHIPPED), expected(planned), quarterStart)
      assert.lengthOf(Object.keys(planned.expected.findings), 14, quarterStart)
    }
  })

  test('une faute de frappe reste à deux caractères de sa saisine, et d’elle seule', ({
    assert,
  }) => {
    const references = plan.saisines.map(({ reference }) => reference)
    assert.equal(new Set(references).size, 4000)
    const index = buildReferenceIndex(
      plan.saisines.map((saisine, id) => ({ ...saisine, id, conventionId: 1, associationId: 1 }))
    )
    for (const reference of references.slice(0, 200)) {
      assert.lengthOf(neighbours(index, reference), 1)
    }
    const unknown = plan.forms.filter((form) => form.expected.outcome === 'SAISINE_INCONNUE')
    const close = unknown.filter(({ reference }) => neighbours(index, reference).length > 0)
    assert.deepEqual([unknown.length, close.length], [32, 24])
    assert.isTrue(close.every(({ reference }) => !references.includes(reference)))
  })

  test('les mandats, les faits et les entretiens suivent les chiffres publiés', ({ assert }) => {
    const share = (count: number) => Math.round((count / 4000) * 100)
    assert.approximately(
      share(plan.saisines.filter(({ mandate }) => mandate === 'maire').length),
      64,
      3
    )
    assert.approximately(
      share(plan.saisines.filter(({ facts }) => facts === 'menaces_injures').length),
      68,
      3
    )
    assert.isTrue(plan.saisines.some(({ event }) => event !== null))

    const interviews = plan.forms
      .flatMap(({ quantities }) => quantities)
      .filter(([code, quantity]) => code === 'entretien_psychologique' && quantity > 0)
      .map(([, quantity]) => quantity)
    const mean = interviews.reduce((sum, quantity) => sum + quantity, 0) / interviews.length
    assert.approximately(mean, 4.2, 0.5)
    assert.isAtMost(Math.max(...interviews), 20)
  })

  test('sans faute demandée, tout est retenu', ({ assert }) => {
    const rates = Object.fromEntries(Object.keys(DEFAULT_RATES).map((fault) => [fault, 0]))
    const clean = planQuarter({ ...wish, saisines: 300, rates: rates as typeof DEFAULT_RATES })
    assert.deepEqual(clean.expected, {
      saisines: 300,
      forms: 300,
      outcomes: { RETENUE: 300 },
      findings: {},
    })
  })

  test('une convention qui ne paie rien dans le trimestre arrête tout', ({ assert }) => {
    assert.throws(
      () => planQuarter({ ...wish, quarterStart: '2024-01-01' }),
      'ELUS-DEMO pays nothing in the quarter of 2024-01-01'
    )
  })
})
