import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import type { ReceivedOrder } from '#app/demo/bank/write_status'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { rows } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'
import { on, ordered } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import {
  openItems,
  received,
  statusFile,
  taken,
  told,
  transferStates,
} from '#tests/scenario/payments/bank'
import { aQuarter } from '#tests/scenario/payments/quarter'

const DAY = '2026-07-21'
const CLOSED = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>COMPTE CLOS</AddtlInf></StsRsnInf>'
const REJECTED = [
  'REL-2026-000001 rejected',
  'REL-2026-000002 rejected',
  'REL-2026-000003 rejected',
]

test.group('La banque refuse un ordre entier', (group) => {
  let federation: Federation
  let runId: number
  let order: ReceivedOrder

  group.each.setup(async () => {
    federation = await openFederation()
    runId = (await aQuarter(federation)).id
    order = await received((await ordered(federation, [runId], '2026-07-20')).id)
    return federation.close
  })

  const reject = (file: Buffer, ...changes: [string, string][]) =>
    taken(
      federation,
      DAY,
      Buffer.from(changes.reduce((text, [from, to]) => text.replace(from, to), file.toString()))
    )

  for (const [how, file] of [
    [
      'tout l’ordre, avec une raison qui accuse un compte',
      () => reject(statusFile(order, DAY, 'RJCT'), ['</GrpSts>', `</GrpSts>${CLOSED}`]),
    ],
    [
      'son lot, l’ordre n’étant pas qualifié',
      () =>
        reject(
          statusFile(order, DAY, 'RJCT'),
          ['<GrpSts>RJCT</GrpSts>', ''],
          [
            '</OrgnlGrpInfAndSts>',
            `</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>${order.messageId}-1</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${CLOSED}</OrgnlPmtInfAndSts>`,
          ]
        ),
    ],
    [
      'tout l’ordre, en répétant sa raison à chaque ligne',
      () =>
        reject(
          statusFile(
            order,
            DAY,
            'RJCT',
            order.transfers.map(({ endToEndId }) =>
              told(order, endToEndId, 'RJCT', { reason: 'AC04', words: 'COMPTE CLOS' })
            )
          ),
          ['</GrpSts>', `</GrpSts>${CLOSED}`]
        ),
    ],
  ] as const) {
    test(`${how} : aucun bénéficiaire n’est accusé, et tout se réémet`, async ({ assert }) => {
      assert.equal((await file()).moved.rejected, 3)
      assert.deepEqual(await transferStates(), REJECTED)
      assert.deepEqual(await openItems(), [])
      assert.deepEqual(await rows('SELECT id FROM bank_accounts WHERE blocked_at IS NOT NULL'), [])
      assert.deepEqual(
        await rows('SELECT DISTINCT matched, reason_code AS reason FROM transfer_moves'),
        [{ matched: 'lot', reason: 'AC04' }]
      )
      const mails = await rows<{ text: string }>(
        `SELECT text_body AS text FROM mails WHERE kind = 'transfer'`
      )
      assert.lengthOf(mails, 3)
      for (const { text } of mails) {
        assert.include(text, 'votre compte n’est pas en cause')
        assert.notMatch(text, /clôturé|coordonnées bancaires/)
      }
      const again = granted(
        await createTransferOrder({
          runIds: [runId],
          executionDate: '2026-07-24',
          actorId: federation.people.finance.id,
          at: on('2026-07-23'),
        })
      )
      assert.deepEqual(
        (await received(again.id)).transfers.map(
          ({ endToEndId, amount }) => `${endToEndId} ${amount}`
        ),
        ['REL-2026-000001-2 10500', 'REL-2026-000002-2 16500', 'REL-2026-000003-2 22500']
      )
      assert.deepEqual(await breaches(), [])
    })
  }

  test('une ligne qui a sa propre raison accuse son compte, même dans un ordre refusé', async ({
    assert,
  }) => {
    await reject(
      statusFile(order, DAY, 'RJCT', [
        told(order, 'REL-2026-000001', 'RJCT'),
        told(order, 'REL-2026-000002', 'RJCT', { reason: 'AC01' }),
      ])
    )
    assert.deepEqual(await transferStates(), REJECTED)
    const moves = await rows<{ line: string }>(
      `SELECT concat_ws(' ', t.end_to_end_id, matched, reason_code) AS line FROM transfer_moves m
       JOIN transfers t ON t.id = m.transfer_id ORDER BY t.id`
    )
    assert.deepEqual(
      moves.map(({ line }) => line),
      ['REL-2026-000001 lot', 'REL-2026-000002 reference AC01', 'REL-2026-000003 lot']
    )
    const blocked = await rows<{ code: string }>(
      `SELECT a.code FROM bank_accounts b JOIN associations a ON a.id = b.association_id WHERE b.blocked_at IS NOT NULL`
    )
    assert.deepEqual(blocked, [{ code: 'AV02' }])
    assert.deepEqual(await breaches(), [])
  })
})
