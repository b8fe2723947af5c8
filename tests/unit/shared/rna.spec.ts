import { test } from '@japa/runner'
import { isRna } from '#app/shared/rna'

test.group('Numéros RNA', () => {
  test('un numéro de métropole, de Corse ou d’outre-mer est accepté: {$self}')
    .with(['W751000001', 'W2A1000001', 'W2B2000001', 'W9R1000001'])
    .run(({ assert }, rna) => {
      assert.isTrue(isRna(rna))
    })

  test('ce qui n’est pas un numéro RNA est refusé: {$self}')
    .with(['', 'W75100000', 'W7510000011', 'w751000001', '751000001', 'W75100000A', 'WA51000001'])
    .run(({ assert }, text) => {
      assert.isFalse(isRna(text))
    })
})
