import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  buildReferenceIndex,
  neighbours,
  normalisedReference,
} from '#app/reconciliation/suggestions/reference_index'
import { saisineFacts } from '#tests/unit/reconciliation/facts'
import { checkProperty } from '#tests/unit/reconciliation/properties'

function distances(query: string, references: readonly string[]): Record<string, number> {
  const index = buildReferenceIndex(
    references.map((reference, id) => saisineFacts({ id, reference }))
  )
  return Object.fromEntries(
    neighbours(index, query).map(({ saisine, distance }) => [saisine.reference, distance])
  )
}

/** Optimal string alignment by its definition, on the last characters of both texts. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const same = a.at(-1) === b.at(-1) ? 0 : 1
  const candidates = [
    naiveDistance(a.slice(0, -1), b) + 1,
    naiveDistance(a, b.slice(0, -1)) + 1,
    naiveDistance(a.slice(0, -1), b.slice(0, -1)) + same,
  ]
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    candidates.push(naiveDistance(a.slice(0, -2), b.slice(0, -2)) + 1)
  }
  return Math.min(...candidates)
}

test.group('Références voisines', () => {
  test('les séparateurs, la casse et la lettre O ne comptent pas', ({ assert }) => {
    assert.equal(normalisedReference(' fv-7O2.m 9q '), 'FV702M9Q')
    assert.deepEqual(distances('fv 7o2m9q', ['FV-702M9Q']), { 'FV-702M9Q': 0 })
  })

  test('une lettre en trop, en moins, changée, ou deux échangées font un écart', ({ assert }) => {
    for (const slip of ['ABCDEX', 'ABCD', 'ABXDE', 'BACDE']) {
      assert.deepEqual(distances(slip, ['ABCDE']), { ABCDE: 1 }, slip)
    }
  })

  test('deux écarts se proposent, trois non', ({ assert }) => {
    assert.deepEqual(distances('ABXXE', ['ABCDE']), { ABCDE: 2 })
    assert.deepEqual(distances('BADCE', ['ABCDE']), { ABCDE: 2 })
    assert.deepEqual(distances('AXXXE', ['ABCDE']), {})
  })

  test('une référence vide ne ressemble qu’aux plus courtes', ({ assert }) => {
    assert.deepEqual(distances('--', ['A', 'AB', 'ABC']), { A: 1, AB: 2 })
    assert.deepEqual(distances('A', []), {})
  })

  test('deux saisines de même référence normalisée se proposent toutes deux', ({ assert }) => {
    assert.deepEqual(distances('A10', ['A-10', 'A1O']), { 'A-10': 0, 'A1O': 0 })
  })

  test('l’index trouve exactement les références à deux écarts au plus', () => {
    const reference = fc.string({ unit: fc.constantFrom('A', 'B', '1'), maxLength: 6 })
    checkProperty(
      fc.property(fc.uniqueArray(reference, { maxLength: 12 }), reference, (references, query) => {
        const expected = references
          .map((known) => [known, naiveDistance(query, known)] as const)
          .filter(([, distance]) => distance <= 2)
        const found = Object.entries(distances(query, references))
        return JSON.stringify(found.sort()) === JSON.stringify(expected.toSorted())
      }),
      2_000
    )
  })
})
