import { test } from '@japa/runner'
import { camt, camtOf } from '#tests/support/bank_files/camt'
import {
  answerOf,
  KNOWN_REASONS,
  movementsOf,
  refusalOf,
  reportOf,
} from '#tests/unit/payments/answers/read'

const NBSP = '\u00a0'

test.group('Relevés de compte (camt)', () => {
  test('les deux versions des deux messages disent la même chose', ({ assert }) => {
    const entries = [
      {
        amount: -123_456,
        reference: 'BK1',
        details: [
          {
            endToEndId: 'DEC-1',
            name: 'ASSOCIATION',
            iban: 'FR7630006000011234567890189',
            label: 'DECOMPTE DEC-1',
          },
        ],
      },
    ]
    for (const kind of ['053', '054'] as const) {
      for (const version of ['02', '08'] as const) {
        const [movement] = movementsOf(camt({ kind, version, entries }))
        assert.equal(movement!.amount, -123_456)
        assert.equal(movement!.state, 'BOOK')
        assert.equal(movement!.bookingDay, '2026-11-24')
        assert.equal(movement!.endToEndId, 'DEC-1')
        assert.equal(movement!.counterpartyName, 'ASSOCIATION')
        assert.equal(movement!.counterpartyIban, 'FR7630006000011234567890189')
        assert.equal(movement!.label, 'DECOMPTE DEC-1')
        assert.deepEqual(movement!.code, {
          iso: { domain: 'PMNT', family: 'ICDT', subfamily: 'ESCT' },
        })
      }
    }
  })

  test('un débit de lot ne porte que le lot et le total', ({ assert }) => {
    const [movement] = movementsOf(
      camt({ entries: [{ amount: -128_456, pmtInfId: 'LOT-1', count: 2 }] })
    )
    assert.equal(movement!.pmtInfId, 'LOT-1')
    assert.equal(movement!.batchCount, 2)
    assert.isNull(movement!.endToEndId)
    assert.isEmpty(movement!.details)
  })

  test('un détail qui ne fait pas le total du lot est écarté, et c’est dit', ({ assert }) => {
    const details = [
      { endToEndId: 'DEC-1', amount: 123_456 },
      { endToEndId: 'DEC-2', amount: 4_000 },
    ]
    const answer = answerOf(camt({ entries: [{ amount: -128_456, pmtInfId: 'LOT-1', details }] }))
    assert.isEmpty(answer.reports[0]!.movements[0]!.details)
    assert.include(answer.notices[0]!, `1\u202f274,56${NBSP}€ et le mouvement`)
  })

  test('chaque motif de retour est lu, plusieurs semaines après, l’inconnu compris', ({
    assert,
  }) => {
    const codes = [...KNOWN_REASONS, 'ZZ99']
    const entries = codes.map((code, index) => ({
      amount: 5_000,
      day: '2026-12-21',
      subfamily: 'RRTN',
      details: [{ endToEndId: `DEC-${index}`, code, text: 'RETOUR', name: 'ASSOCIATION' }],
    }))
    const movements = movementsOf(camt({ entries }))
    assert.deepEqual(
      movements.map(({ returnReason }) => returnReason?.code),
      codes
    )
    assert.isTrue(
      movements.every(({ returned, bookingDay }) => returned && bookingDay === '2026-12-21')
    )
    assert.equal(movements[0]!.counterpartyName, 'ASSOCIATION')
  })

  test('un retour sans code de retour se reconnaît à sa raison', ({ assert }) => {
    const [movement] = movementsOf(
      camt({ entries: [{ amount: 5_000, details: [{ endToEndId: 'DEC-2', proprietary: '17' }] }] })
    )
    assert.isTrue(movement!.returned)
    assert.deepEqual(movement!.returnReason, { code: null, proprietary: '17', text: null })
  })

  test('un crédit ordinaire n’est pas un retour', ({ assert }) => {
    const [movement] = movementsOf(
      camt({ entries: [{ amount: 5_000_000, details: [{ name: 'MINISTERE', label: 'ACOMPTE' }] }] })
    )
    assert.isFalse(movement!.returned)
    assert.isNull(movement!.endToEndId)
    assert.equal(movement!.counterpartyName, 'MINISTERE')
  })

  test('une annulation et une annonce se disent telles, et n’entrent pas dans les soldes', ({
    assert,
  }) => {
    const [reversal, pending] = movementsOf(
      camt({
        entries: [
          { amount: 5_000, reversal: true },
          { amount: -700, state: 'PDNG' },
        ],
      })
    )
    assert.isTrue(reversal!.reversal)
    assert.equal(pending!.state, 'PDNG')
  })

  test('des soldes qui ne s’enchaînent pas font refuser le fichier, avec l’écart', ({ assert }) => {
    const [reason] = refusalOf(camt({ closing: 100_000, entries: [{ amount: -123_456 }] }))
    assert.equal(reason!.code, 'SOLDES')
    assert.include(reason!.message, `Il manque 234,56${NBSP}€`)
  })

  test('un relevé sans soldes est lu, et dit qu’il n’est pas vérifié', ({ assert }) => {
    const answer = answerOf(camt({ opening: null, closing: null, entries: [{ amount: -1 }] }))
    assert.include(answer.notices[0]!, 'Soldes non vérifiés')
    assert.isNull(answer.reports[0]!.opening)
  })

  test('les totaux annoncés sont comparés : nombre, puis somme', ({ assert }) => {
    const entries = [{ amount: -123_456 }, { amount: 5_000 }]
    const total = (name: string, count: number, sum: string) =>
      `<${name}><NbOfNtries>${count}</NbOfNtries><Sum>${sum}</Sum></${name}>`
    const good = total('TtlNtries', 2, '1284.56') + total('TtlDbtNtries', 1, '1234.56')
    assert.lengthOf(movementsOf(camt({ entries, summary: good })), 2)
    const [count] = refusalOf(camt({ entries, summary: total('TtlNtries', 3, '1284.56') }))
    assert.include(count!.message, '2 mouvements au lieu de 3')
    const [sum] = refusalOf(camt({ entries, summary: total('TtlCdtNtries', 1, '51.00') }))
    assert.include(sum!.message, `50,00${NBSP}€ de mouvements au lieu de 51,00${NBSP}€`)
  })

  test('un compte en devise étrangère est lu et dit sa devise', ({ assert }) => {
    const report = reportOf(camt({ currency: 'USD', entries: [{ amount: -5_000 }] }))
    assert.equal(report.currency, 'USD')
    assert.equal(report.movements[0]!.currency, 'USD')
  })

  test('un mouvement d’une autre devise que son compte suspend la vérification, et c’est dit', ({
    assert,
  }) => {
    const answer = answerOf(camt({ closing: 1, entries: [{ amount: -5_000, currency: 'CHF' }] }))
    assert.equal(answer.reports[0]!.movements[0]!.currency, 'CHF')
    assert.include(answer.notices[0]!, 'plusieurs devises (EUR, CHF)')
  })

  test('ce qui fut ordonné dans une autre devise est gardé', ({ assert }) => {
    const details = [{ endToEndId: 'DEC-1', ordered: { amount: 4_800, currency: 'CHF' } }]
    for (const version of ['02', '08'] as const) {
      const [movement] = movementsOf(camt({ version, entries: [{ amount: -5_000, details }] }))
      assert.deepEqual(movement!.foreign, { amount: 4_800, currency: 'CHF' })
      assert.equal(movement!.details[0]!.amount, -5_000)
    }
  })

  test('une devise qui n’en est pas une fait refuser le fichier', ({ assert }) => {
    const [reason] = refusalOf(camt({ entries: [{ amount: -5_000, currency: 'euros' }] }))
    assert.equal(reason!.code, 'DEVISE')
    assert.include(reason!.message, 'relevé 1, mouvement 1')
  })

  test('un fichier porte plusieurs comptes et plusieurs jours', ({ assert }) => {
    const answer = answerOf(
      camtOf('053', '08', [
        { id: 'S1', entries: [{ amount: -1 }] },
        { id: 'S2', iban: 'FR7630006000011234567890189', entries: [{ amount: 2 }] },
      ])
    )
    assert.deepEqual(
      answer.reports.map(({ reference, movements }) => [reference, movements[0]!.amount]),
      [
        ['S1', -1],
        ['S2', 2],
      ]
    )
  })

  test('le même relevé deux fois dans un fichier le fait refuser', ({ assert }) => {
    const statement = { id: 'S1', entries: [{ amount: -1 }] }
    const [reason] = refusalOf(camtOf('053', '08', [statement, statement]))
    assert.equal(reason!.code, 'RELEVE_DOUBLE')
  })

  test('les éléments inconnus et les préfixes du namespace ne gênent pas', ({ assert }) => {
    const plain = camt({ entries: [{ amount: -123_456, reference: 'BK1' }] }).toString()
    const odd = plain
      .replace('xmlns=', 'xmlns:b=')
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1b:')
      .replace('<b:Ntry>', '<b:Ntry><b:Nouveau><b:Amt>1</b:Amt></b:Nouveau>')
    assert.equal(movementsOf(Buffer.from(odd))[0]!.amount, -123_456)
  })

  test('un identifiant reste du texte : ses zéros comptent', ({ assert }) => {
    const details = [{ endToEndId: '000123', label: '0042.10' }]
    const [movement] = movementsOf(camt({ entries: [{ amount: -1, details }] }))
    assert.equal(movement!.endToEndId, '000123')
    assert.equal(movement!.label, '0042.10')
  })

  test('une heure avec décalage est datée à Paris', ({ assert }) => {
    const text = camt({ entries: [{ amount: -1 }] })
      .toString()
      .replace('<BookgDt><Dt>2026-11-24</Dt>', '<BookgDt><DtTm>2026-11-24T23:30:00Z</DtTm>')
    assert.equal(movementsOf(Buffer.from(text))[0]!.bookingDay, '2026-11-25')
  })

  test('un jour ou un montant illisible fait refuser le fichier en disant où', ({ assert }) => {
    const text = camt({ entries: [{ amount: -123_456 }] }).toString()
    for (const [from, to, message] of [
      ['2026-11-24</Dt></BookgDt>', '2026-02-30</Dt></BookgDt>', '2026-02-30'],
      ['1234.56', '1234,56', '1234,56'],
      ['1234.56', '1234.567', '1234.567'],
      ['1234.56', '-1234.56', '-1234.56'],
      ['1234.56', '1e3', '1e3'],
      ['1234.56', '99999999999.99', '99999999999.99'],
      ['>DBIT<', '>SORTIE<', 'Ni crédit ni débit'],
    ] as const) {
      const [reason] = refusalOf(Buffer.from(text.replace(from, to)))
      assert.include(reason!.message, message)
      assert.include(reason!.message, 'relevé 1')
    }
  })
})
