import { test } from '@japa/runner'
import { remembered } from '#app/shared/remembered'

test.group('Lecture retenue', () => {
  test('un texte déjà lu ne se relit pas ; un texte refusé n’est pas gardé', ({ assert }) => {
    const asked: string[] = []
    const read = remembered((text) => {
      asked.push(text)
      return text === '0' ? 0 : null
    })
    assert.deepEqual([read('0'), read('0'), read('Mme X'), read('Mme X')], [0, 0, null, null])
    assert.deepEqual(asked, ['0', 'Mme X', 'Mme X'])
  })

  test('au-delà de mille textes, les autres se lisent encore', ({ assert }) => {
    const read = remembered(Number)
    for (let n = 0; n < 1500; n++) assert.equal(read(String(n)), n)
    assert.equal(read('1499'), 1499)
  })
})
