import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import fc from 'fast-check'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { matchItem } from '#app/payments/bank/match_item'
import { unmatchItem } from '#app/payments/bank/unmatch_item'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { addDays, parisDay, type Day } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import {
  accountFile,
  comeBack,
  lotDebit,
  received,
  statusFile,
  taken,
  told,
} from '#tests/scenario/payments/bank'
import { on } from '#tests/scenario/campaign'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'
import { seed } from '#tests/unit/shared/property_seed'

/** What may happen next: of the last order, of one of its transfers, of an account, or of the bank’s manners. */
const DEED = fc.record({
  deed: fc.constantFrom(
    'accept',
    'reject',
    'debit',
    'wrong debit',
    'detailed debit',
    'return',
    'match',
    'unmatch',
    'reissue',
    'new accounts',
    'again'
  ),
  which: fc.nat(2),
  reason: fc.constantFrom('AC04', 'MS03', 'ZZ99'),
})

/** IBANs for new accounts, one after the other. */
const IBANS = ['FR7630006000011234567890189', 'FR7620041010050000000012363']

test.group('Quoi que la banque réponde', (group) => {
  let world: World
  let runId: number

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 20 })
    runId = (await runIn(world, 'issued')).id
    return emptyDatabase
  })

  test('émettre, accepter, rejeter, débiter, retourner, rapprocher, défaire, réémettre, répéter : tout invariant tient', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(DEED, { minLength: 4, maxLength: 10 }), async (deeds) => {
        const end = await testUtils.db().wrapInGlobalTransaction()
        try {
          await play(deeds)
          await rows('SET CONSTRAINTS ALL IMMEDIATE')
          const checks = await db.transaction(checkLedger)
          assert.deepEqual(
            checks.flatMap(({ code, examples }) => examples.map((one) => `${code} ${one}`)),
            []
          )
        } finally {
          await end()
        }
      }),
      { numRuns: 10, seed }
    )
  })

  async function play(deeds: readonly { deed: string; which: number; reason: string }[]) {
    let day = parisDay(world.at)
    let orderId = (await issue(day))!
    let file: Buffer | null = null
    for (const { deed, which, reason } of deeds) {
      day = addDays(day, 7)
      if (deed === 'new accounts') await renew(day)
      else if (deed === 'reissue') orderId = (await issue(day)) ?? orderId
      else if (deed === 'match') await match(orderId, day, which)
      else if (deed === 'unmatch') await unmatch(day, which)
      else {
        file = deed === 'again' ? file : await answer(orderId, day, { deed, which, reason })
        if (file) await taken(world, day, file)
      }
    }
  }

  /** A new order of what is to be paid, or null when an account forbids it or nothing is due. */
  async function issue(day: Day): Promise<number | null> {
    const actorId = world.people.finance.id
    const executionDate = nextTargetDay(day)
    const order = await createTransferOrder({
      runIds: [runId],
      executionDate,
      actorId,
      at: on(day),
    })
    return isRefused(order) ? null : order.id
  }

  /** A line that names nothing, debit or return, and a person who says which transfer it is: it may be refused. */
  async function match(orderId: number, day: Day, which: number): Promise<void> {
    const transfers = await rows<{ id: number; amount: number; state: string }>(
      'SELECT id, amount_cents AS amount, state FROM transfers WHERE transfer_order_id = ? ORDER BY id',
      [orderId]
    )
    const { id, amount, state } = transfers[which % transfers.length]!
    const line = { on: day, reference: `P-${day}`, label: 'SANS REFERENCE' }
    const signed = state === 'executed' ? amount : -amount
    await taken(world, day, accountFile(day, { ...line, amount: signed }))
    const [item] = await rows<{ id: number }>('SELECT max(id) AS id FROM bank_items')
    const actorId = world.people.finance.id
    await matchItem({ itemId: item!.id, transferIds: [id], actorId, at: on(day) })
  }

  /** Any match that a person made, taken back when nothing forbids it. */
  async function unmatch(day: Day, which: number): Promise<void> {
    const items = await rows<{ id: number }>(
      `SELECT id FROM bank_items WHERE resolution = 'matched' ORDER BY id DESC`
    )
    const item = items[which % Math.max(items.length, 1)]
    if (!item) return
    const actorId = world.people.finance.id
    await unmatchItem({ itemId: item.id, reason: 'Erreur (fictive).', actorId, at: on(day) })
  }

  async function answer(
    orderId: number,
    day: Day,
    { deed, which, reason }: { deed: string; which: number; reason: string }
  ): Promise<Buffer> {
    const order = await received(orderId)
    const { endToEndId, amount } = order.transfers[which % order.transfers.length]!
    const waiting = await rows<{ endToEndId: string; amount: number }>(
      `SELECT end_to_end_id AS "endToEndId", amount_cents AS amount FROM transfers
       WHERE transfer_order_id = ? AND state IN ('issued', 'accepted')`,
      [orderId]
    )
    const sum = waiting.reduce((total, one) => total + one.amount, 0) || 100
    switch (deed) {
      case 'accept':
        return statusFile(order, day, 'ACCP')
      case 'reject':
        return statusFile(order, day, 'PART', [told(order, endToEndId, 'RJCT', { reason })])
      case 'debit':
        return accountFile(day, lotDebit(day, order, sum))
      case 'wrong debit':
        return accountFile(day, lotDebit(day, order, sum + 1))
      case 'detailed debit': {
        const transfers = [{ endToEndId, amount }]
        return accountFile(day, { on: day, amount: -amount, reference: `D-${day}`, transfers })
      }
      default:
        return accountFile(day, comeBack(day, endToEndId, amount, reason))
    }
  }

  /** A new account for each association whose account is blocked, payable three days later. */
  async function renew(day: Day): Promise<void> {
    const blocked = await rows<{ id: number }>(
      `SELECT association_id AS id FROM bank_accounts
       WHERE blocked_at IS NOT NULL AND replaced_at IS NULL AND approved_at IS NOT NULL ORDER BY 1`
    )
    const { coordinator, approver } = world.people
    for (const [index, { id }] of blocked.slice(0, IBANS.length).entries()) {
      const proposal = {
        associationId: id,
        iban: IBANS[index]!,
        bic: null,
        holder: 'Association (fictive)',
        evidence: 'RIB (fictif)',
      }
      const proposed = await proposeBankAccount(coordinator, proposal, on(day))
      if (isRefused(proposed)) continue
      const approval = { accountId: proposed.account.id, callbackNote: 'Rappel (fictif).' }
      granted(await approveBankAccount(approver, approval, on(day)))
    }
  }
})
