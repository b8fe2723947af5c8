import { test } from '@japa/runner'
import { DEPARTMENTS } from '#app/shared/departments'

test.group('Départements', () => {
  test('il y en a 101, et sept collectivités d’outre-mer', ({ assert }) => {
    const overseas = ['975', '977', '978', '984', '986', '987', '988']
    assert.equal(DEPARTMENTS.size, 108)
    assert.deepEqual([...DEPARTMENTS.keys()].filter((code) => !overseas.includes(code)).length, 101)
    for (const code of overseas) assert.isTrue(DEPARTMENTS.has(code))
  })

  test('la Corse a deux codes, et le 20 n’existe plus', ({ assert }) => {
    assert.equal(DEPARTMENTS.get('2A'), 'Corse-du-Sud')
    assert.equal(DEPARTMENTS.get('2B'), 'Haute-Corse')
    assert.isFalse(DEPARTMENTS.has('20'))
  })

  test('un code est un texte, zéro de tête compris', ({ assert }) => {
    assert.equal(DEPARTMENTS.get('01'), 'Ain')
    assert.isFalse(DEPARTMENTS.has('1'))
    assert.equal(DEPARTMENTS.get('974'), 'La Réunion')
    assert.equal(DEPARTMENTS.get('21'), 'Côte-d’Or')
    assert.isUndefined(DEPARTMENTS.get('__proto__'))
  })
})
