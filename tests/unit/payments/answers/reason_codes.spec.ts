import { test } from '@japa/runner'
import { reasonCode } from '#app/payments/answers/reason_codes'
import { reasonText } from '#app/payments/answers/reason_text'
import { statusCode } from '#app/payments/answers/status_codes'
import { statusWords } from '#app/payments/bank/status_words'
import { KNOWN_REASONS } from '#tests/unit/payments/answers/read'

const MET_IN_SEPA = (
  'AC01 AC03 AC04 AC06 AG01 AG02 AM01 AM02 AM03 AM04 AM05 AM06 AM07 AM09 AM10 ' +
  'BE01 BE04 BE05 BE06 BE07 CNOR DNOR DUPL FF01 FOCR MD07 MS02 MS03 NARR RC01 RR01 RR02 RR03 RR04 ' +
  'SL01 TM01 CUST NOAS NOOR ERIN ED05 ARDT LEGL FRAD TECH UPAY CURR DT01 RC07'
).split(' ')

test.group('Motifs de rejet et de retour', () => {
  test('les motifs du virement SEPA ont tous leurs mots et leur remède', ({ assert }) => {
    for (const code of MET_IN_SEPA) {
      const reason = reasonCode(code)
      assert.isNotNull(reason, code)
      assert.notMatch(reason!.meaning, /\.$/)
      assert.match(reason!.remedy, /\.$/)
    }
  })

  test('toute phrase a sa typographie', ({ assert }) => {
    for (const code of KNOWN_REASONS) {
      const { meaning, remedy } = reasonCode(code)!
      assert.notMatch(`${meaning} ${remedy}`, /'| [:;!?»]|« /)
    }
  })

  test('un compte clôturé, faux, bloqué ou d’un autre titulaire est accusé ; une provision ne l’est pas', ({
    assert,
  }) => {
    for (const code of ['AC01', 'AC03', 'AC04', 'AC06', 'AG01', 'BE01', 'MD07', 'RC01']) {
      assert.isTrue(reasonCode(code)!.accusesAccount, code)
    }
    for (const code of ['AM04', 'AM05', 'FF01', 'MS02', 'MS03', 'NARR', 'TM01', 'FOCR', 'AC02']) {
      assert.isFalse(reasonCode(code)!.accusesAccount, code)
    }
  })

  test('un motif inconnu est montré tel quel, avec les mots de la banque', ({ assert }) => {
    for (const code of ['ZZ99', 'constructor', '__proto__', null]) assert.isNull(reasonCode(code))
    assert.equal(
      reasonText({ code: 'ZZ99', proprietary: null, text: 'VOIR AGENCE' }),
      'Motif ZZ99, code non répertorié\u00a0: «\u00a0VOIR AGENCE\u00a0».'
    )
    assert.equal(
      reasonText({ code: 'AC04', proprietary: null, text: null }),
      'Le compte est clôturé (AC04).'
    )
    assert.equal(
      reasonText({ code: null, proprietary: 'AC04', text: null }),
      'Le compte est clôturé (AC04).'
    )
    assert.equal(reasonText({ code: null, proprietary: null, text: null }), 'Raison non codée.')
  })

  test('un motif CFONB a les mots et l’effet du motif ISO que lui donne la liste interbancaire', ({
    assert,
  }) => {
    for (const [code, iso] of [
      ['12', 'AC01'],
      ['14', 'AC04'],
      ['34', 'AC06'],
      ['58', 'MS02'],
      ['59', 'MS03'],
      ['60', 'RC01'],
      ['64', 'AM05'],
    ] as const) {
      assert.deepEqual(reasonCode(`CFONB ${code}`), reasonCode(iso), code)
    }
    const text = (code: string) => reasonText({ code: null, proprietary: code, text: null })
    assert.equal(text('CFONB 14'), 'Le compte est clôturé (CFONB 14).')
    assert.equal(text('CFONB 04'), 'Une partie de la somme est réclamée (CFONB 04).')
    assert.isFalse(reasonCode('CFONB 04')!.accusesAccount, 'un motif d’effet n’accuse pas')
    assert.equal(text('CFONB 98'), 'Motif CFONB 98, code non répertorié.')
    assert.isNull(reasonCode('14'), 'deux chiffres seuls peuvent être un code propre à la banque')
  })

  test('un statut se lit en français avec son code, un inconnu dit qu’il l’est', ({ assert }) => {
    assert.equal(statusWords('RVNM', 'check'), 'Le nom ne concorde pas (RVNM)')
    assert.equal(statusWords('RVCM', 'check'), 'Des noms de l’ordre ne concordent pas (RVCM)')
    assert.equal(statusWords('RJCT', 'transfer'), 'rejeté (RJCT)')
    assert.equal(statusWords('RVZZ', 'check'), 'RVZZ (code non répertorié)')
    assert.equal(statusWords('toString', 'check'), 'toString (code non répertorié)')
    assert.equal(statusWords('WXYZ', 'order'), 'WXYZ (code non répertorié)')
  })

  test('chaque statut dit ce qu’il fait d’un virement, un inconnu rien', ({ assert }) => {
    assert.equal(statusCode('ACSC')?.meaning, 'executed')
    assert.equal(statusCode('ACCC')?.meaning, 'executed')
    assert.equal(statusCode('ACSP')?.meaning, 'accepted')
    assert.equal(statusCode('ACWC')?.meaning, 'accepted')
    assert.equal(statusCode('PDNG')?.meaning, 'pending')
    assert.equal(statusCode('RJCT')?.meaning, 'rejected')
    assert.equal(statusCode('PART')?.meaning, 'partial')
    assert.isNull(statusCode('ZZZZ'))
    assert.isNull(statusCode('toString'))
  })
})
