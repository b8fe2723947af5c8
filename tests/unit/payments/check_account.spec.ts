import { test } from '@japa/runner'
import { checkAccount, type AccountToCheck } from '#app/payments/check_account'
import {
  isEeaCountry,
  isFrenchTerritoryOutsideSepa,
  SEPA_COUNTRIES,
} from '#app/payments/sepa_countries'

const account: AccountToCheck = {
  iban: 'FR7630006000011234567890189',
  bic: null,
  holder: 'ASSOCIATION ÉLAN',
  country: 'FR',
  department: '75',
}

const codes = (change: Partial<AccountToCheck>) =>
  checkAccount({ ...account, ...change }).map(({ code }) => code)

test.group('Coordonnées bancaires', () => {
  test('un compte français en règle n’appelle aucune réserve, même sans BIC', ({ assert }) => {
    assert.deepEqual(checkAccount(account), [])
    assert.deepEqual(codes({ bic: 'AGRIFRPP882' }), [])
  })

  test('une clé IBAN fausse est dite, le compte restant masqué', ({ assert }) => {
    assert.deepEqual(checkAccount({ ...account, iban: 'FR7730006000011234567890189' }), [
      {
        code: 'IBAN',
        message:
          'La clé de contrôle de l’IBAN FR•• •••• •••• 0189 est fausse\u00a0: un caractère a été ' +
          'mal recopié, reprenez-le du RIB.',
      },
    ])
  })

  test('une clé RIB fausse sous un IBAN cohérent est refusée', ({ assert }) => {
    assert.deepEqual(codes({ iban: 'FR0630006000011234567890188' }), ['CLE_RIB'])
  })

  test('un IBAN absent, mal formé ou trop court est refusé', ({ assert }) => {
    for (const iban of [
      '',
      'FR76 3000 6000 0112 3456 7890 189',
      'FR763000600001123456789018',
      '?',
    ]) {
      assert.deepEqual(codes({ iban }), ['IBAN'], iban)
    }
  })

  test('un pays hors SEPA est refusé, bien que son IBAN soit bon', ({ assert }) => {
    assert.deepEqual(codes({ iban: 'TR330006100519786457841326' }), ['HORS_SEPA'])
    assert.deepEqual(codes({ iban: 'US7630006000011234567890189' }), ['HORS_SEPA'])
  })

  test('un IBAN FR du Pacifique se trahit par le lieu du titulaire ou le BIC', ({ assert }) => {
    const clues = [
      ...[{ department: '988' }, { department: '98713' }, { country: 'PF' }, { country: 'WF' }],
      { bic: 'SOCBPFTX' },
    ]
    for (const clue of clues) assert.deepEqual(codes(clue), ['HORS_SEPA'])
    for (const department of ['971', '975', '976', '977', '97800']) {
      assert.deepEqual(codes({ department }), [])
    }
    assert.deepEqual(codes({ country: 'DE', department: '98701' }), [])
  })

  test('hors de l’EEE, le BIC est exigé', ({ assert }) => {
    const swiss = { iban: 'CH9300762011623852957', country: 'CH', department: null }
    assert.deepEqual(codes(swiss), ['BIC_HORS_EEE'])
    assert.deepEqual(codes({ ...swiss, bic: 'UBSWCHZH80A' }), [])
  })

  test('un BIC mal formé ou d’un pays inexistant est refusé', ({ assert }) => {
    for (const bic of ['AGRIFRPP88', 'agrifrpp', 'AGRIXXPP', '']) {
      assert.deepEqual(codes({ bic }), ['BIC'], bic)
    }
  })

  test('un titulaire absent est demandé', ({ assert }) => {
    assert.deepEqual(codes({ holder: ' ' }), ['TITULAIRE'])
  })

  test('les 41 pays SEPA et Gibraltar sont connus, dont 30 de l’EEE', ({ assert }) => {
    assert.lengthOf([...SEPA_COUNTRIES], 42)
    assert.lengthOf([...SEPA_COUNTRIES.keys()].filter(isEeaCountry), 30)
    for (const code of ['GB', 'CH', 'MC', 'SM', 'AD', 'VA', 'AL', 'ME', 'MK', 'MD', 'RS']) {
      assert.isTrue(SEPA_COUNTRIES.has(code) && !isEeaCountry(code), code)
    }
    for (const code of ['US', 'TR', 'NC', 'PF', 'WF', 'XK'])
      assert.isFalse(isEeaCountry(code), code)
  })

  test('986, 987 et 988 sont hors SEPA, les autres outre-mer y sont', ({ assert }) => {
    for (const place of ['986', '98600', '987', '988', '98800', 'NC', 'PF', 'WF']) {
      assert.isTrue(isFrenchTerritoryOutsideSepa(place), place)
    }
    for (const place of ['75', '98000', '971', '97500', 'FR', '9880']) {
      assert.isFalse(isFrenchTerritoryOutsideSepa(place), place)
    }
  })
})
