import { test } from '@japa/runner'
import { isSiren, isSiret } from '#app/shared/siret'

test.group('SIREN et SIRET', () => {
  test('un SIRET dont la clé est juste est accepté: {$self}')
    .with(['73282932000074', '35600000000048'])
    .run(({ assert }, siret) => {
      assert.isTrue(isSiret(siret))
      assert.isTrue(isSiren(siret.slice(0, 9)))
    })

  test('un SIRET mal recopié est refusé: {$self}')
    .with([
      '73282932000075',
      '73282932000047',
      '7328293200007',
      '732829320000740',
      '732 829 320 00074',
      '73282932O00074',
      '00000000000000',
      '',
      '__proto__',
    ])
    .run(({ assert }, text) => {
      assert.isFalse(isSiret(text))
    })

  test('un établissement de La Poste suit la règle du multiple de 5', ({ assert }) => {
    assert.isTrue(isSiret('35600000049837'))
    assert.isTrue(isSiret('35600000000060'))
    assert.isFalse(isSiret('35600000000061'))
  })

  test('la règle de La Poste ne vaut pour personne d’autre', ({ assert }) => {
    assert.isFalse(isSiret('73282932000081'))
  })

  test('un SIREN a neuf chiffres et une clé juste', ({ assert }) => {
    assert.isTrue(isSiren('732829320'))
    assert.isFalse(isSiren('732829321'))
    assert.isFalse(isSiren('73282932'))
    assert.isFalse(isSiren('732 829 320'))
    assert.isFalse(isSiren('000000000'))
  })
})
