import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import fc from 'fast-check'
import type { ReceivedOrder } from '#app/demo/bank/write_status'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { importBankAnswer } from '#app/payments/bank/import_bank_answer'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { picture } from '#tests/support/picture'
import {
  accountFile,
  comeBack,
  lotDebit,
  received,
  statusFile,
  told,
} from '#tests/scenario/payments/bank'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'
import { seed } from '#tests/unit/shared/property_seed'

const DAY = '2026-12-02'

/** MUTATIONS=5000 tries as many; a usual run tries some, others each time. */
const RUNS = Number(process.env.MUTATIONS ?? 250)

/** What a broken line, an editor or an enemy does to a file. */
const SIGNS = [
  '',
  '0',
  '9',
  '-',
  '\u0000',
  '\ud800',
  '€',
  '<',
  '&',
  "'",
  '"',
  ' ',
  '999999999999',
  'EUR',
  '😀',
  '?',
]
const MUTATION = fc.record({
  file: fc.nat(3),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  sign: fc.constantFrom(...SIGNS),
})

test.group('Un fichier de la banque abîmé', (group) => {
  let world: World
  let order: ReceivedOrder

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 20 })
    const runId = (await runIn(world, 'issued')).id
    const { id } = granted(
      await createTransferOrder({
        runIds: [runId],
        executionDate: nextTargetDay(parisDay(world.at)),
        actorId: world.people.finance.id,
        at: world.at,
      })
    )
    order = await received(id)
    return emptyDatabase
  })

  test('n’est jamais une panne : il est refusé sans rien écrire, ou suivi sans fausser les comptes', async ({
    assert,
  }) => {
    const files = samples()
    await fc.assert(
      fc.asyncProperty(fc.array(MUTATION, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const end = await testUtils.db().wrapInGlobalTransaction()
        try {
          let text = files[mutations[0]!.file]!
          for (const { at, cut, sign } of mutations) {
            const start = Math.floor(at * text.length)
            text = text.slice(0, start) + sign + text.slice(start + cut)
          }
          const before = await picture()
          const answer = await importBankAnswer({
            bytes: Buffer.from(text),
            fileName: 'abime.xml',
            actorId: world.people.finance.id,
          })
          if (isRefused(answer)) return assert.deepEqual(await picture(), before)
          await rows('SET CONSTRAINTS ALL IMMEDIATE')
          const checks = await db.transaction(checkLedger)
          assert.deepEqual(
            checks.flatMap(({ examples }) => examples),
            []
          )
        } finally {
          await end()
        }
      }),
      { numRuns: RUNS, seed }
    )
  })

  function samples(): string[] {
    const [first, second] = order.transfers
    const total = order.transfers.reduce((sum, { amount }) => sum + amount, 0)
    const rejected = [told(order, first!.endToEndId, 'RJCT', { reason: 'AC04', words: 'CLOTURE' })]
    const payees = [told(order, first!.endToEndId, 'RVMC', { words: 'NOM VRAI' })]
    return [
      statusFile(order, DAY, 'PART', rejected),
      statusFile(order, DAY, 'RVCM', payees),
      accountFile(
        DAY,
        lotDebit(DAY, order, total),
        comeBack(DAY, second!.endToEndId, second!.amount, 'AC01')
      ),
      accountFile(
        DAY,
        { on: DAY, amount: -first!.amount, reference: 'A', transfers: [first!] },
        { on: DAY, amount: 5000, reference: 'B', label: 'SUBVENTION', counterparty: 'FINANCEUR' }
      ),
    ].map((bytes) => bytes.toString())
  }
})
