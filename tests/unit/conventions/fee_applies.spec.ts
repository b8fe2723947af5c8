import { test } from '@japa/runner'
import { priceDay } from '#app/conventions/convention_terms'
import { feeApplies } from '#app/conventions/fees/fee_applies'
import { interviewFee } from '#tests/unit/reconciliation/facts'

test.group('Ligne de barème', () => {
  test('une ligne ne paie que les issues qu’elle nomme', ({ assert }) => {
    const fee = interviewFee({ outcomes: ['prise_en_charge', 'reorientee'] })
    assert.isTrue(feeApplies(fee, 'reorientee', 'elu'))
    assert.isFalse(feeApplies(fee, 'injoignable', 'elu'))
  })

  test('une ligne sans bénéficiaire nommé vaut pour tous', ({ assert }) => {
    assert.isTrue(feeApplies(interviewFee({ beneficiaries: null }), 'prise_en_charge', 'proche'))
  })

  test('une ligne réservée aux proches ne paie pas l’élu', ({ assert }) => {
    const fee = interviewFee({ beneficiaries: ['proche'] })
    assert.isTrue(feeApplies(fee, 'prise_en_charge', 'proche'))
    assert.isFalse(feeApplies(fee, 'prise_en_charge', 'elu'))
  })

  test('une ligne qui ne nomme personne ne paie personne', ({ assert }) => {
    assert.isFalse(feeApplies(interviewFee({ beneficiaries: [] }), 'prise_en_charge', 'elu'))
    assert.isFalse(feeApplies(interviewFee({ outcomes: [] }), 'prise_en_charge', 'elu'))
  })
})

test.group('Date qui choisit le barème', () => {
  test('c’est celle de la saisine quand la convention le dit', ({ assert }) => {
    assert.equal(priceDay({ priceDate: 'saisine' }, '2026-02-02', '2026-02-04'), '2026-02-02')
  })

  test('c’est celle du premier contact quand la convention le dit', ({ assert }) => {
    assert.equal(priceDay({ priceDate: 'first_contact' }, '2026-02-02', '2026-02-04'), '2026-02-04')
  })

  test('une personne injoignable n’a pas de premier contact : la saisine date le prix', ({
    assert,
  }) => {
    assert.equal(priceDay({ priceDate: 'first_contact' }, '2026-02-02', null), '2026-02-02')
  })
})
