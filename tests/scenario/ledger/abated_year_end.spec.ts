import { test } from '@japa/runner'
import { yearEnd } from '#app/ledger/closing/year_end'
import { yearEndLines } from '#app/ledger/closing/year_end_words'
import { breaches } from '#tests/scenario/books'
import { linesOf, settled } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { conventionId, openAccounts, paidIn } from '#tests/scenario/ledger/books'
import { receiveWork } from '#tests/scenario/receive_work'

test.group('Ce qu’une enveloppe partagée a retiré', () => {
  test('se provisionne à la fin de l’année, tant qu’une campagne ne l’a pas repris', async ({
    assert,
    cleanup,
  }) => {
    const federation = await twoWorks(cleanup)
    await paidIn(federation, '2026-12-01', 100_000, 'AMF-2026-FICTIF-2')
    await settled(federation, '2026-12-10')
    const id = await conventionId()
    const end = (await yearEnd(id, 2026))!
    assert.deepEqual(end.work, [])
    assert.deepEqual(
      end.abatements.map(({ statement, associationCode, issuedOn, amountCents }) =>
        [statement, associationCode, issuedOn, amountCents].join(' ')
      ),
      ['REL-2026-000001 AV01 2026-12-10 4278', 'REL-2026-000002 AV02 2026-12-10 2722']
    )
    assert.deepEqual(
      end.accruals.map(({ code, saisines, abatedCents, amountCents }) =>
        [code, saisines, abatedCents, amountCents].join(' ')
      ),
      ['AV01 0 4278 4278', 'AV02 0 2722 2722']
    )
    // 251 000 € received, 200 € due by the statements, 70 € by what was taken off them.
    assert.deepInclude(end, {
      accruedCents: 7_000,
      leftCents: 25_080_000,
      toDecideCents: 25_073_000,
    })
    assert.include(
      yearEndLines(end).join('\n'),
      'dont 70,00\u00a0€ retirés de relevés par une enveloppe partagée, et non repris.'
    )

    const next = await settled(federation, '2027-02-01')
    assert.deepEqual(await linesOf(next.id), ['AV01 arrears 4278', 'AV02 arrears 2722'])
    assert.equal((await yearEnd(id, 2026))!.accruedCents, 7_000, 'au 31 décembre, c’était dû')
    assert.deepInclude((await yearEnd(id, 2027))!, {
      abatements: [],
      accruedCents: 0,
      toDecideCents: 25_073_000,
    })
    assert.deepEqual(await breaches(), [])
  })

  test('ne se compte pas deux fois quand le relevé qui paie le travail est de l’année suivante', async ({
    assert,
    cleanup,
  }) => {
    const federation = await twoWorks(cleanup)
    await settled(federation, '2027-01-01')
    const end = (await yearEnd(await conventionId(), 2026))!
    assert.deepEqual(end.abatements, [])
    assert.deepEqual(
      end.accruals.map(({ code, saisines, amountCents }) => [code, saisines, amountCents]),
      [
        ['AV01', 1, 16_500],
        ['AV02', 1, 10_500],
      ]
    )
    assert.equal(end.accruedCents, 27_000)
  })
})

/** AV01: 165 €, AV02: 105 €, for an envelope of 200 €: 42,78 € and 27,22 € are taken off. */
async function twoWorks(cleanup: (handler: () => Promise<void>) => void): Promise<Federation> {
  const federation = await openFederation({
    associations: 2,
    change: (file) => ({
      ...file,
      overrunPolicy: 'prorata',
      envelopes: [
        { from: '2026-01-01', to: '2027-01-01', amountCents: 20_000 },
        { from: '2027-01-01', to: '2028-01-01', amountCents: 50_000 },
      ],
    }),
  })
  cleanup(federation.close)
  await openAccounts(federation)
  for (const [rank, day] of [
    [2, '2026-12-01'],
    [1, '2026-12-02'],
  ] as const) {
    await receiveWork(federation, day, {
      reference: `W26-0${rank}`,
      association: `AV0${rank}`,
      openedOn: '2026-11-04',
      psychological: 3 - rank,
    })
  }
  return federation
}
