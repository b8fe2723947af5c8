import { test } from '@japa/runner'
import {
  BLOCKING_CODES,
  FINDING_CODES,
  INFORMATIVE_CODES,
  isBlocking,
  SAISINE_CODES,
} from '#app/reconciliation/findings/finding_codes'

test.group('Codes des constats', () => {
  test('les codes bloquants se suivent dans l’ordre qui nomme le résultat', ({ assert }) => {
    assert.deepEqual(BLOCKING_CODES, [
      'SAISINE_INCONNUE',
      'DOUBLON',
      'MAUVAISE_ASSOCIATION',
      'MAUVAISE_CONVENTION',
      'DATE_INCOHERENTE',
      'HORS_CONVENTION',
      'CANAL_NON_PAYABLE',
      'BENEFICIAIRE_NON_COUVERT',
      'HORS_DELAI',
      'AUCUN_TARIF',
    ])
  })

  test('un plafond, un département voisin, un retard ou une fiche manquante ne bloquent pas', ({
    assert,
  }) => {
    const others = [...INFORMATIVE_CODES, ...SAISINE_CODES]
    assert.deepEqual(others, [
      'PLAFOND_DEPASSE',
      'DEPARTEMENT_DIFFERENT',
      'RETARD',
      'FICHE_MANQUANTE',
    ])
    assert.isTrue(BLOCKING_CODES.every(isBlocking))
    assert.isFalse(others.some(isBlocking))
  })

  test('chaque code a un libellé et un remède, en phrases françaises', ({ assert }) => {
    assert.sameMembers(Object.keys(FINDING_CODES), [
      ...BLOCKING_CODES,
      ...INFORMATIVE_CODES,
      ...SAISINE_CODES,
    ])
    for (const { label, remedy } of Object.values(FINDING_CODES)) {
      assert.match(label, /^\p{Lu}[\p{L} ]+$/u)
      assert.match(remedy, /^\p{Lu}.+\.$/u)
      assert.notMatch(remedy, /['"]| [:;!?»€]|« /u)
    }
  })
})
