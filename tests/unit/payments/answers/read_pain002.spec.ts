import { test } from '@japa/runner'
import { pain002 } from '#tests/support/bank_files/pain002'
import { answerOf, KNOWN_REASONS, refusalOf } from '#tests/unit/payments/answers/read'

test.group('Compte rendu de la banque (pain.002)', () => {
  test('un accord sur l’ordre entier ne nomme personne', ({ assert }) => {
    const answer = answerOf(pain002({ groupStatus: 'ACSC' }))
    assert.equal(answer.kind, 'payment_status')
    assert.equal(answer.groupStatus, 'ACSC')
    assert.isEmpty(answer.lots)
    assert.isEmpty(answer.statuses)
  })

  test('un refus de l’ordre entier garde sa raison', ({ assert }) => {
    const answer = answerOf(pain002({ groupStatus: 'RJCT', groupCode: 'FF01' }))
    assert.equal(answer.groupStatus, 'RJCT')
    assert.equal(answer.groupReasons[0]?.code, 'FF01')
  })

  test('l’accord d’un lot n’est pas celui de l’autre', ({ assert }) => {
    const lots = [
      { id: 'LOT-1', status: 'ACSC', lines: [] },
      { id: 'LOT-2', status: 'RJCT', lines: [] },
    ]
    const answer = answerOf(pain002({ groupStatus: 'PART', lots }))
    assert.deepEqual(
      answer.lots.map(({ originalPmtInfId, status }) => [originalPmtInfId, status]),
      [
        ['LOT-1', 'ACSC'],
        ['LOT-2', 'RJCT'],
      ]
    )
  })

  test('sous PART, seuls les virements rejetés sont nommés', ({ assert }) => {
    const lines = [{ endToEndId: 'DEC-2', status: 'RJCT', code: 'AC04', amount: 5_000 }]
    const answer = answerOf(pain002({ groupStatus: 'PART', lotStatus: 'PART', lines }))
    assert.deepEqual(
      answer.statuses.map(({ endToEndId, status, amount }) => [endToEndId, status, amount]),
      [['DEC-2', 'RJCT', 5_000]]
    )
  })

  test('PART sans aucune ligne est refusé : personne ne sait qui est payé', ({ assert }) => {
    for (const file of [{ groupStatus: 'PART' }, { groupStatus: 'PART', lotStatus: 'PART' }]) {
      assert.include(refusalOf(pain002(file))[0]!.message, 'rien ne dit quelles lignes')
    }
  })

  test('un compte rendu coupé se voit au nombre de ses rejets', ({ assert }) => {
    const [reason] = refusalOf(
      pain002({
        groupStatus: 'PART',
        lotStatus: 'PART',
        counts: [{ status: 'RJCT', count: 3 }],
        lines: [{ endToEndId: 'DEC-2', status: 'RJCT', code: 'AC04' }],
      })
    )
    assert.equal(reason!.code, 'DENOMBREMENT')
    assert.include(reason!.message, '3 lignes RJCT d’après le total, 1 dans le détail')
  })

  test('chaque motif de rejet connu est lu, et un inconnu gardé tel quel', ({ assert }) => {
    const codes = [...KNOWN_REASONS, 'ZZ99', 'constructor']
    const lines = codes.map((code, index) => ({ endToEndId: `DEC-${index}`, status: 'RJCT', code }))
    const answer = answerOf(pain002({ groupStatus: 'PART', lotStatus: 'PART', lines }))
    assert.deepEqual(
      answer.statuses.map(({ reasons }) => reasons[0]?.code),
      codes
    )
  })

  test('un motif propre à la banque et ses mots sont gardés', ({ assert }) => {
    const lines = [
      { endToEndId: 'DEC-1', status: 'RJCT', proprietary: '0042', text: 'VOIR AGENCE' },
    ]
    const answer = answerOf(pain002({ groupStatus: 'PART', lotStatus: 'PART', lines }))
    assert.deepEqual(answer.statuses[0]?.reasons, [
      { code: null, proprietary: '0042', text: 'VOIR AGENCE' },
    ])
  })

  test('un statut inconnu est gardé', ({ assert }) => {
    const answer = answerOf(pain002({ groupStatus: 'ZZZZ', lines: [{ status: 'XXXX' }] }))
    assert.equal(answer.groupStatus, 'ZZZZ')
    assert.equal(answer.statuses[0]?.status, 'XXXX')
    assert.isNull(answer.statuses[0]?.endToEndId)
  })

  test('un montant en devise étrangère est dit dans sa devise', ({ assert }) => {
    const lines = [{ endToEndId: 'DEC-1', status: 'ACSC', amount: 5_000, currency: 'CHF' }]
    const [status] = answerOf(pain002({ lotStatus: 'ACSC', lines })).statuses
    assert.equal(status!.amount, 5_000)
    assert.equal(status!.currency, 'CHF')
  })

  test('une ligne sans statut a celui de son lot', ({ assert }) => {
    const answer = answerOf(pain002({ lotStatus: 'RJCT', lines: [{ endToEndId: 'DEC-1' }] }))
    assert.equal(answer.statuses[0]?.status, 'RJCT')
  })

  test('une ligne dont rien ne dit le statut fait refuser le fichier', ({ assert }) => {
    const [reason] = refusalOf(pain002({ lines: [{ endToEndId: 'DEC-1' }] }))
    assert.equal(reason!.code, 'STATUT')
    assert.include(reason!.message, 'DEC-1')
  })

  test('l’ancienne version se lit de même', ({ assert }) => {
    const lines = [{ endToEndId: 'DEC-2', status: 'RVMC', name: 'ASSOCIATION ELAN' }]
    const answer = answerOf(
      pain002({ version: '03', groupStatus: 'PART', lotStatus: 'PART', lines })
    )
    assert.equal(answer.checks[0]?.trueName, 'ASSOCIATION ELAN')
  })
})

test.group('Vérification des bénéficiaires (pain.002)', () => {
  test('les quatre résultats se lisent par virement, le vrai nom avec le presque juste', ({
    assert,
  }) => {
    const iban = 'FR7630006000011234567890189'
    const lines = [
      { endToEndId: 'DEC-1', status: 'RCVC', name: 'ASSOCIATION UN', iban },
      { endToEndId: 'DEC-2', status: 'RVMC', text: 'ASSOCIATION ELAN SOLIDAIRE', iban },
      { endToEndId: 'DEC-3', status: 'RVNM', name: 'ASSOCIATION TROIS', iban },
      { endToEndId: 'DEC-4', status: 'RVNA', iban },
    ]
    const answer = answerOf(pain002({ groupStatus: 'RVCM', lines }))
    assert.equal(answer.kind, 'payee_check')
    assert.isEmpty(answer.statuses)
    assert.deepEqual(
      answer.checks.map(({ endToEndId, result, trueName }) => [endToEndId, result, trueName]),
      [
        ['DEC-1', 'RCVC', null],
        ['DEC-2', 'RVMC', 'ASSOCIATION ELAN SOLIDAIRE'],
        ['DEC-3', 'RVNM', null],
        ['DEC-4', 'RVNA', null],
      ]
    )
    assert.equal(answer.checks[0]?.iban, iban)
  })

  test('tout juste : la banque ne nomme personne', ({ assert }) => {
    const answer = answerOf(pain002({ groupStatus: 'RCVC' }))
    assert.equal(answer.kind, 'payee_check')
    assert.equal(answer.groupStatus, 'RCVC')
    assert.isEmpty(answer.checks)
  })
})
