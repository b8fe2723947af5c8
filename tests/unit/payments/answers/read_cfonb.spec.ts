import { test } from '@japa/runner'
import { cfonb, cfonbAmount, cfonbLines } from '#tests/support/bank_files/cfonb'
import { answerOf, movementsOf, refusalOf, reportOf } from '#tests/unit/payments/answers/read'

const NBSP = '\u00a0'

const asFile = (lines: string[], end = '\n') => Buffer.from(lines.join(end), 'latin1')

test.group('Relevés CFONB 120', () => {
  test('un relevé donne son compte, ses soldes et ses mouvements', ({ assert }) => {
    const answer = answerOf(
      cfonb({
        movements: [
          { amount: -123_456, label: 'VIR SEPA ASSOCIATION', number: '42', valueDay: '251126' },
          { amount: 5_000_000, label: 'VIR MINISTERE', code: '05' },
        ],
      })
    )
    assert.equal(answer.kind, 'statement')
    const [report] = answer.reports
    assert.deepEqual(report!.account, {
      rib: { bank: '20041', branch: '01005', number: '0500013M026' },
    })
    assert.deepEqual(report!.opening, { day: '2026-11-23', amount: 200_000, currency: 'EUR' })
    assert.deepEqual(report!.closing, { day: '2026-11-24', amount: 5_076_544, currency: 'EUR' })
    const [debit, credit] = report!.movements
    assert.equal(debit!.amount, -123_456)
    assert.equal(debit!.bookingDay, '2026-11-24')
    assert.equal(debit!.valueDay, '2026-11-25')
    assert.equal(debit!.label, 'VIR SEPA ASSOCIATION')
    assert.equal(debit!.bankReference, '0000042')
    assert.deepEqual(debit!.code, { cfonb: { interbank: '06', internal: '0158', reject: null } })
    assert.isFalse(debit!.returned)
    assert.equal(credit!.amount, 5_000_000)
    assert.isNull(credit!.bankReference)
  })

  test('le dernier chiffre d’un montant porte son signe, de 0 à 9', ({ assert }) => {
    for (let digit = 0; digit <= 9; digit += 1) {
      const movements = [{ amount: 120 + digit }, { amount: -120 - digit }]
      assert.deepEqual(
        movementsOf(cfonb({ movements })).map(({ amount }) => amount),
        [120 + digit, -120 - digit]
      )
    }
    assert.equal(cfonbAmount(1_904_0), '0000000001904{')
    assert.equal(cfonbAmount(-123_456), '0000000012345O')
  })

  test('un zéro au débit n’est pas un zéro négatif', ({ assert }) => {
    const lines = cfonbLines({ opening: 0 }).map((line) => line.replace('0{', '0}'))
    assert.strictEqual(reportOf(asFile(lines)).opening!.amount, 0)
  })

  test('le nombre de décimales compte', ({ assert }) => {
    const read = (decimals: string) => reportOf(cfonb({ opening: 1_000, decimals })).opening!.amount
    assert.equal(read('0'), 100_000)
    assert.equal(read('2'), 1_000)
    assert.equal(read('3'), 100)
    assert.equal(refusalOf(cfonb({ opening: 1_001, decimals: '3' }))[0]!.code, 'MONTANT')
    assert.equal(refusalOf(cfonb({ decimals: ' ' }))[0]!.code, 'MONTANT')
  })

  test('les informations complémentaires sont rangées, les inconnues gardées', ({ assert }) => {
    const [movement] = movementsOf(
      cfonb({
        movements: [
          {
            amount: -123_456,
            label: 'VIR SEPA',
            reference: 'RUN-2026-11-A1',
            information: [
              ['LCC', 'DECOMPTE OCTOBRE'],
              ['RCN', 'DEC-2026-11-0001'.padEnd(35) + 'SAISINES'],
              ['REF', 'BANQUE-77'],
              ['NPY', 'FEDERATION EXEMPLE'],
              ['NBE', 'ASSOCIATION ELAN'],
              ['CBE', 'FR7630006000011234567890189'],
              ['LEE', 'AUTRE CHOSE'],
            ],
          },
        ],
      })
    )
    assert.isNull(movement!.endToEndId)
    assert.deepEqual(movement!.otherReferences, ['RUN-2026-11-A1', 'DEC-2026-11-0001', 'BANQUE-77'])
    assert.equal(movement!.counterpartyName, 'ASSOCIATION ELAN')
    assert.equal(movement!.counterpartyIban, 'FR7630006000011234567890189')
    assert.equal(movement!.label, 'VIR SEPA DECOMPTE OCTOBRE SAISINES LEE AUTRE CHOSE')
  })

  test('un crédit a pour auteur celui qui paie', ({ assert }) => {
    const information: [string, string][] = [
      ['NPY', 'MINISTERE'],
      ['NBE', 'FEDERATION EXEMPLE'],
    ]
    const [movement] = movementsOf(cfonb({ movements: [{ amount: 5_000_000, information }] }))
    assert.equal(movement!.counterpartyName, 'MINISTERE')
  })

  test('un virement revenu se reconnaît à son code de rejet, ou à son motif', ({ assert }) => {
    const movements = [
      { amount: 5_000, reject: '04' },
      { amount: 7_000, information: [['RET', 'AC04 COMPTE CLOTURE']] as [string, string][] },
      { amount: 9_000, information: [['RET', 'motif libre']] as [string, string][] },
      { amount: 11_000, reject: '14', information: [['RET', 'CLOS']] as [string, string][] },
    ]
    const [coded, explained, free, both] = movementsOf(cfonb({ movements }))
    assert.isTrue(coded!.returned && explained!.returned && free!.returned)
    assert.deepEqual(coded!.returnReason, { code: null, proprietary: 'CFONB 04', text: null })
    assert.deepEqual(both!.returnReason, { code: null, proprietary: 'CFONB 14', text: 'CLOS' })
    assert.deepEqual(explained!.returnReason, {
      code: 'AC04',
      proprietary: null,
      text: 'COMPTE CLOTURE',
    })
    assert.deepEqual(free!.returnReason, { code: null, proprietary: null, text: 'motif libre' })
  })

  test('le montant d’origine en devise étrangère est gardé', ({ assert }) => {
    const information: [string, string][] = [['MMO', 'CHF200000000004800']]
    const [movement] = movementsOf(cfonb({ movements: [{ amount: -5_000, information }] }))
    assert.deepEqual(movement!.foreign, { amount: 4_800, currency: 'CHF' })
  })

  test('les accents se lisent en ISO 8859-1 comme en UTF-8', ({ assert }) => {
    const text = cfonbLines({ movements: [{ amount: -1, label: 'DÉCOMPTE À PAYER' }] }).join('\n')
    for (const encoding of ['latin1', 'utf8'] as const) {
      assert.equal(movementsOf(Buffer.from(text, encoding))[0]!.label, 'DÉCOMPTE À PAYER')
    }
  })

  test('avec ou sans fins de ligne, lignes vides ou espaces finals perdus', ({ assert }) => {
    const lines = cfonbLines({ movements: [{ amount: -123_456, label: 'VIR' }] })
    for (const file of [
      asFile(lines, ''),
      asFile(lines, '\r\n'),
      asFile(lines, '\r'),
      asFile(lines, '\n\n'),
      asFile([...lines, ''], '\n'),
      asFile([...lines, '\x1a']),
      asFile(lines.map((line) => line.trimEnd())),
      asFile([lines.join('').trimEnd()]),
    ]) {
      assert.equal(movementsOf(file)[0]!.amount, -123_456)
    }
  })

  test('un fichier porte plusieurs comptes', ({ assert }) => {
    const answer = answerOf(cfonb({ opening: 10 }, { opening: 20, account: '00000000001' }))
    assert.deepEqual(
      answer.reports.map(({ opening }) => opening!.amount),
      [10, 20]
    )
  })

  test('un relevé d’une autre devise est lu et la dit', ({ assert }) => {
    assert.equal(reportOf(cfonb({ currency: 'USD' })).currency, 'USD')
    assert.equal(refusalOf(cfonb({ currency: '   ' }))[0]!.code, 'DEVISE')
  })

  test('des soldes qui ne s’enchaînent pas font refuser le fichier, avec l’écart', ({ assert }) => {
    const [reason] = refusalOf(cfonb({ closing: 80_000, movements: [{ amount: -123_456 }] }))
    assert.equal(reason!.code, 'SOLDES')
    assert.include(reason!.message, `Il manque 34,56${NBSP}€`)
  })

  test('un fichier coupé, où que ce soit, est refusé', ({ assert }) => {
    const whole = cfonb({ movements: [{ amount: -1, information: [['LIB', 'X']] }, { amount: 2 }] })
    for (let length = 0; length < whole.length - 20; length += 7) {
      assert.isNotEmpty(refusalOf(whole.subarray(0, length)))
    }
  })

  test('un enregistrement absent, déplacé, trop long ou d’un autre compte est nommé', ({
    assert,
  }) => {
    const lines = cfonbLines({ movements: [{ amount: -1, information: [['LIB', 'X']] }] })
    const [first, movement, information, last] = lines as [string, string, string, string]
    for (const [broken, code] of [
      [[movement, information, last], 'STRUCTURE'],
      [[first, information, movement, last], 'STRUCTURE'],
      [[first, movement, first, last], 'STRUCTURE'],
      [[first, movement, information, last, last], 'STRUCTURE'],
      [[first, `99${movement.slice(2)}`, last], 'STRUCTURE'],
      [[first, `${movement}X`, last], 'LONGUEUR'],
      [[first, movement.replace('0500013M026', '0500013M027'), last], 'COMPTE'],
      [[first, movement.replace('241126', '311126'), last], 'DATE'],
      [[first, movement.replace('0000J', '00#0J'), last], 'MONTANT'],
      [[...lines, ...lines], 'RELEVE_DOUBLE'],
    ] as const) {
      const reasons = refusalOf(asFile([...broken]))
      assert.include(
        reasons.map((reason) => reason.code),
        code
      )
    }
  })
})
