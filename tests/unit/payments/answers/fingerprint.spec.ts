import { test } from '@japa/runner'
import { bankAccountKey } from '#app/payments/answers/bank_account_key'
import { camt, camtOf } from '#tests/support/bank_files/camt'
import { cfonb } from '#tests/support/bank_files/cfonb'
import { answerOf, movementsOf } from '#tests/unit/payments/answers/read'

const stamps = (file: Uint8Array) =>
  answerOf(file).reports.flatMap(({ movements }) => movements.map(({ fingerprint }) => fingerprint))

test.group('Empreinte d’un mouvement', () => {
  test('la même ligne a la même empreinte dans le relevé et dans l’avis', ({ assert }) => {
    const entries = [{ amount: -123_456, reference: 'BK1' }]
    const described = [{ ...entries[0]!, details: [{ endToEndId: 'DEC-1', name: 'ASSOCIATION' }] }]
    assert.deepEqual(
      stamps(camt({ entries })),
      stamps(camt({ kind: '054', version: '02', id: 'AVIS', entries: described }))
    )
  })

  test('deux lignes égales d’un relevé sont deux lignes, et le restent à la relecture', ({
    assert,
  }) => {
    const entries = [{ amount: 5_000 }, { amount: 5_000 }]
    const [first, second] = stamps(camt({ entries }))
    assert.notEqual(first, second)
    assert.deepEqual(stamps(camt({ entries })), [first, second])
  })

  test('un autre jour, un autre montant, un autre compte ou un autre état font une autre ligne', ({
    assert,
  }) => {
    const entry = { amount: 5_000, reference: 'BK1' }
    const all = [
      ...stamps(camt({ entries: [entry] })),
      ...stamps(camt({ entries: [{ ...entry, day: '2026-11-25' }] })),
      ...stamps(camt({ entries: [{ ...entry, amount: 5_001 }] })),
      ...stamps(camt({ entries: [{ ...entry, state: 'PDNG' }] })),
      ...stamps(camt({ iban: 'FR7630006000011234567890189', entries: [entry] })),
    ]
    assert.equal(new Set(all).size, 5)
  })

  test('deux comptes du même fichier ne se mêlent pas', ({ assert }) => {
    const entries = [{ amount: 5_000 }]
    const both = camtOf('053', '08', [
      { id: 'S1', entries },
      { id: 'S2', iban: 'FR7630006000011234567890189', entries },
    ])
    assert.equal(new Set(stamps(both)).size, 2)
  })

  test('un RIB et l’IBAN français du même compte se reconnaissent', ({ assert }) => {
    const rib = { bank: '20041', branch: '01005', number: '0500013M026' }
    assert.equal(
      bankAccountKey({ rib }),
      bankAccountKey({ iban: 'FR14 2004 1010 0505 0001 3M02 606' })
    )
  })

  test('une ligne CFONB relue est la même', ({ assert }) => {
    const file = cfonb({
      movements: [
        { amount: -1, label: 'VIR' },
        { amount: -1, label: 'VIR' },
      ],
    })
    assert.deepEqual(stamps(file), stamps(file))
    assert.equal(new Set(stamps(file)).size, 2)
    assert.match(movementsOf(file)[0]!.fingerprint, /^[0-9a-f]{64}$/)
  })
})
