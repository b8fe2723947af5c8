import { test } from '@japa/runner'
import { camt } from '#tests/support/bank_files/camt'
import { pain002 } from '#tests/support/bank_files/pain002'
import { SCHEMAS_MISSING, schemaComplaint } from '#tests/unit/payments/answers/bank_schema'
import { answerOf, refusalOf } from '#tests/unit/payments/answers/read'
import { sharedFile } from '#tests/unit/payments/schema'

const skipped = 'schemas and samples are not beside the project'

test.group('Réponses de la banque : exemples', () => {
  test('un compte rendu partiel nomme le seul virement rejeté', ({ assert }) => {
    const answer = answerOf(sharedFile('samples/pain002v10.xml')!)
    assert.equal(answer.kind, 'payment_status')
    assert.equal(answer.originalMessageId, 'RUN-2026-11-A1')
    assert.equal(answer.originalCount, 2)
    assert.equal(answer.originalSum, 128_456)
    assert.equal(answer.groupStatus, 'PART')
    assert.deepEqual(answer.statuses, [
      {
        originalPmtInfId: 'RUN-2026-11-A1-1',
        endToEndId: 'DEC-2026-11-0002',
        instructionId: 'RUN-2026-11-A1-0002',
        status: 'RJCT',
        reasons: [{ code: 'AC04', proprietary: null, text: 'COMPTE CLOTURE' }],
        amount: 5_000,
        currency: 'EUR',
        executionDay: null,
      },
    ])
  }).skip(SCHEMAS_MISSING, skipped)

  test('un relevé donne le débit du lot, ses deux virements, et le retour de l’un d’eux', ({
    assert,
  }) => {
    const [report] = answerOf(sharedFile('samples/camt053v8.xml')!).reports
    assert.deepEqual(report!.account, { iban: 'FR1420041010050500013M02606' })
    assert.equal(report!.opening?.amount, 200_000)
    assert.equal(report!.closing?.amount, 76_544)
    const [debit, credit] = report!.movements
    assert.equal(debit!.amount, -128_456)
    assert.equal(debit!.pmtInfId, 'RUN-2026-11-A1-1')
    assert.equal(debit!.batchCount, 2)
    assert.deepEqual(
      debit!.details.map(({ endToEndId, amount }) => [endToEndId, amount]),
      [
        ['DEC-2026-11-0001', -123_456],
        ['DEC-2026-11-0002', -5_000],
      ]
    )
    assert.equal(credit!.amount, 5_000)
    assert.isTrue(credit!.returned)
    assert.equal(credit!.endToEndId, 'DEC-2026-11-0002')
    assert.equal(credit!.returnReason?.code, 'AC04')
  }).skip(SCHEMAS_MISSING, skipped)

  test('l’ordre envoyé n’est pas une réponse', ({ assert }) => {
    const [reason] = refusalOf(sharedFile('samples/pain001v9.xml')!)
    assert.include(reason!.message, 'c’est un pain.001.001.09')
  }).skip(SCHEMAS_MISSING, skipped)

  test('les fichiers de ces essais sont valides pour ISO 20022 : {$self}')
    .with(['053.02', '053.08', '054.02', '054.08'] as const)
    .run(({ assert }, name) => {
      const [kind, version] = name.split('.') as ['053' | '054', '02' | '08']
      const file = camt({
        kind,
        version,
        entries: [
          {
            amount: -128_456,
            reference: 'BK1',
            pmtInfId: 'LOT-1',
            count: 2,
            details: [
              {
                endToEndId: 'DEC-1',
                pmtInfId: 'LOT-1',
                amount: 123_456,
                name: 'ASSOCIATION',
                iban: 'FR7630006000011234567890189',
                label: 'DECOMPTE',
              },
              { endToEndId: 'DEC-2', amount: 5_000 },
            ],
          },
          {
            amount: 5_000,
            subfamily: 'RRTN',
            details: [{ endToEndId: 'DEC-2', code: 'AC04', text: 'CLOS' }],
          },
          { amount: 700, state: 'PDNG', reversal: true, proprietary: 'X', label: 'ANNONCE' },
        ],
      })
      assert.isNull(schemaComplaint(file, `camt.${kind}.001.${version}`))
      assert.lengthOf(answerOf(file).reports[0]!.movements, 3)
    })
    .skip(SCHEMAS_MISSING, skipped)

  test('de même pour les comptes rendus', ({ assert }) => {
    const file = pain002({
      groupStatus: 'PART',
      lotStatus: 'PART',
      counts: [{ status: 'RJCT', count: 1 }],
      lines: [
        {
          endToEndId: 'DEC-2',
          status: 'RJCT',
          proprietary: 'MAISON-7',
          text: 'REFUS',
          amount: 5_000,
          name: 'ASSOCIATION',
          iban: 'FR7630006000011234567890189',
        },
      ],
    })
    assert.isNull(schemaComplaint(file, 'pain.002.001.10'))
    assert.lengthOf(answerOf(file).statuses, 1)
  }).skip(SCHEMAS_MISSING, skipped)
})
