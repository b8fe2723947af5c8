import { test } from '@japa/runner'
import { checkIban, electronicIban } from '#app/network/bank_accounts/check_iban'

test.group('IBAN', () => {
  test('un RIB tapé avec des espaces, des points ou des minuscules est lu: {$self}')
    .with([
      'FR76 3000 6000 0112 3456 7890 189',
      'fr7630006000011234567890189',
      'FR76.3000.6000.0112.3456.7890.189',
    ])
    .run(({ assert }, typed) => {
      assert.equal(electronicIban(typed), 'FR7630006000011234567890189')
      assert.isNull(checkIban(electronicIban(typed)))
    })

  test('un IBAN étranger juste est accepté: la zone SEPA se regarde au virement', ({ assert }) => {
    assert.isNull(checkIban('DE89370400440532013000'))
  })

  test('un caractère mal recopié est dit, sans montrer le compte', ({ assert }) => {
    const problem = checkIban('FR7630006000011234567890188')
    assert.equal(problem!.message, 'La clé de contrôle de l’IBAN FR•• •••• •••• 0188 est fausse.')
    assert.notInclude(JSON.stringify(problem), '30006000011234567890')
  })

  test('une clé RIB fausse est vue même quand l’IBAN est cohérent', ({ assert }) => {
    assert.match(checkIban('FR0630006000011234567890188')!.message, /^La clé RIB du compte/)
  })

  test('un IBAN tronqué ou absent est refusé: {$self}')
    .with(['', 'FR76', 'FR763000600001123456789018', 'XX7630006000011234567890189', 'pas un IBAN'])
    .run(({ assert }, iban) => {
      assert.isNotNull(checkIban(iban))
    })
})
