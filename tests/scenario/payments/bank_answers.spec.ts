import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { breaches, journal, statements } from '#tests/scenario/books'
import { on, ordered } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import {
  accountFile,
  comeBack,
  lotDebit,
  openItems,
  received,
  statusFile,
  taken,
  told,
  transferStates,
} from '#tests/scenario/payments/bank'
import { aQuarter, stateOf } from '#tests/scenario/payments/quarter'

test.group('La réponse de la banque, d’un bout à l’autre d’un trimestre', () => {
  test('émis, acceptés, un rejeté, exécutés, un retourné des semaines après, un nouveau compte, réémis, payés', async ({
    assert,
    cleanup,
  }) => {
    const federation = await openFederation()
    cleanup(federation.close)
    const run = await aQuarter(federation)
    assert.deepEqual(await statements(), [
      'REL-2026-000001 AV01 10500 10500 0',
      'REL-2026-000002 AV02 16500 16500 0',
      'REL-2026-000003 AV03 22500 22500 0',
    ])
    const order = await received((await ordered(federation, [run.id], '2026-07-20')).id)

    // The bank accepts the order but for one account, which is closed.
    const partial = statusFile(order, '2026-07-21', 'PART', [
      told(order, 'REL-2026-000002', 'RJCT', { reason: 'AC04', words: 'COMPTE CLOTURE' }),
    ])
    assert.deepEqual((await taken(federation, '2026-07-21', partial)).moved, {
      accepted: 2,
      executed: 0,
      rejected: 1,
      returned: 0,
    })
    // One debit for the lot, of what was not rejected; then a return, weeks later.
    await taken(
      federation,
      '2026-07-22',
      accountFile('2026-07-22', lotDebit('2026-07-22', order, 33_000))
    )
    assert.deepEqual(await transferStates(), [
      'REL-2026-000001 executed',
      'REL-2026-000002 rejected',
      'REL-2026-000003 executed',
    ])
    assert.deepEqual(await breaches(), [])
    await taken(
      federation,
      '2026-08-12',
      accountFile('2026-08-12', comeBack('2026-08-12', 'REL-2026-000003', 22_500, 'AC01'))
    )
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await blocked(), [
      'AV02 Le compte est clôturé (AC04)\u00a0: virement REL-2026-000002 rejeté le 21/07/2026.',
      'AV03 Le numéro de compte est faux ou n’existe pas (AC01)\u00a0: virement REL-2026-000003 revenu le 12/08/2026.',
    ])
    const early = await createTransferOrder({
      runIds: [run.id],
      executionDate: '2026-08-14',
      actorId: federation.people.finance.id,
      at: on('2026-08-13'),
    })
    assert.isTrue(isRefused(early), 'un compte bloqué ne se paie pas')

    for (const code of ['AV02', 'AV03']) await newAccount(federation, code)
    const again = await received((await ordered(federation, [run.id], '2026-09-01')).id)
    assert.deepEqual(
      again.transfers.map(({ endToEndId, amount }) => `${endToEndId} ${amount}`),
      ['REL-2026-000002-2 16500', 'REL-2026-000003-2 22500']
    )
    assert.equal(await stateOf(run.id), 'issued')
    await taken(federation, '2026-09-02', statusFile(again, '2026-09-02', 'ACCP'))
    const debit = accountFile('2026-09-03', lotDebit('2026-09-03', again, 39_000))
    await taken(federation, '2026-09-03', debit)
    assert.equal(await stateOf(run.id), 'paid')
    assert.isTrue((await taken(federation, '2026-09-04', debit)).alreadyImported)
    assert.deepEqual(await breaches(), [])
    assert.deepEqual((await journal()).slice(6), [
      'REL-2026-000001 467000 AV01 10500 0',
      'REL-2026-000001 512000 0 10500',
      'REL-2026-000003 467000 AV03 22500 0',
      'REL-2026-000003 512000 0 22500',
      'REL-2026-000003 467000 AV03 0 22500',
      'REL-2026-000003 512000 22500 0',
      'REL-2026-000002-2 467000 AV02 16500 0',
      'REL-2026-000002-2 512000 0 16500',
      'REL-2026-000003-2 467000 AV03 22500 0',
      'REL-2026-000003-2 512000 0 22500',
    ])
    const mails = await rows<{ subject: string }>(
      `SELECT subject FROM mails WHERE kind = 'transfer' ORDER BY id`
    )
    assert.lengthOf(mails, 6)
  })
})

async function newAccount({ people }: Federation, code: string): Promise<void> {
  const association = await row<{ id: number }>('SELECT id FROM associations WHERE code = ?', [
    code,
  ])
  const { account } = granted(
    await proposeBankAccount(
      people.coordinator,
      {
        associationId: association!.id,
        iban: code === 'AV02' ? 'FR7630006000011234567890189' : 'FR7620041010050000000012363',
        bic: null,
        holder: `Association ${code} (fictive)`,
        evidence: 'RIB reçu (fictif)',
      },
      on('2026-08-20')
    )
  )
  const approval = { accountId: account.id, callbackNote: 'Rappel au numéro connu (fictif).' }
  granted(await approveBankAccount(people.approver, approval, on('2026-08-21')))
}

async function blocked(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT a.code || ' ' || b.blocked_reason AS line FROM bank_accounts b JOIN associations a ON a.id = b.association_id
     WHERE b.blocked_at IS NOT NULL ORDER BY a.code`
  )
  return found.map(({ line }) => line)
}
