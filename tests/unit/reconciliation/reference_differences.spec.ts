import { test } from '@japa/runner'
import { referenceDifferences, type Stretch } from '#app/reconciliation/queue/reference_differences'

/** "S26-[D]G2": what differs stands between brackets. */
function marked(stretches: readonly Stretch[]): string {
  return stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
}

test.group('Différences entre deux références', () => {
  for (const [written, meant, left, right] of [
    ['S26-DGZ7', 'S26-DG27', 'S26-DG[Z]7', 'S26-DG[2]7'],
    ['S26-11Q9', 'S26-1Q9', 'S26-1[1]Q9', 'S26-1Q9'],
    ['S26-AB', 'S26-ABCD', 'S26-AB', 'S26-AB[CD]'],
    ['s26-ab', 'S26-AB', 's26-ab', 'S26-AB'],
    ['', 'S26', '', '[S26]'],
  ] as const) {
    test(`« ${written} » pour « ${meant} »`, ({ assert }) => {
      assert.deepEqual(referenceDifferences(written, meant).map(marked), [left, right])
    })
  }

  test('les morceaux remis bout à bout redonnent les deux références', ({ assert }) => {
    const [left, right] = referenceDifferences('S26-FRM452V2', 'S26-FRM542V2')
    assert.equal(left.map(({ text }) => text).join(''), 'S26-FRM452V2')
    assert.equal(right.map(({ text }) => text).join(''), 'S26-FRM542V2')
  })
})
