import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ReceivedOrder } from '#app/demo/bank/write_status'
import { granted } from '#app/demo/granted'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { confirmPayee } from '#app/payments/payees/confirm_payee'
import { previewOrder } from '#app/payments/orders/preview_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { refusedWithoutWriting } from '#tests/support/picture'
import { openItems, received, statusFile, taken, told } from '#tests/scenario/payments/bank'
import { on } from '#tests/scenario/campaign'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

const DAY = '2026-12-02'
const NEXT = '2026-12-10'

test.group('Vérification du bénéficiaire', (group) => {
  let world: World
  let order: ReceivedOrder
  let runId: number
  let reference: string

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 30 })
    runId = (await runIn(world, 'issued')).id
    const { id } = granted(
      await createTransferOrder({
        runIds: [runId],
        executionDate: nextTargetDay(parisDay(world.at)),
        actorId: world.people.finance.id,
        at: world.at,
      })
    )
    order = await received(id)
    reference = order.transfers[0]!.endToEndId
    return emptyDatabase
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const take = (bytes: Uint8Array, day = DAY) => taken(world, day, bytes)
  /** The bank answers of the first payee, then refuses the whole order: it is all to be paid again. */
  const answered = async (result: string, words?: string) => {
    await take(statusFile(order, DAY, 'RVCM', [told(order, reference, result, { words })]))
    await take(statusFile(order, DAY, 'RJCT'))
  }
  const again = { executionDate: '2026-12-14' }
  const reissue = () =>
    createTransferOrder({
      runIds: [runId],
      ...again,
      actorId: world.people.finance.id,
      at: on(NEXT),
    })
  const lastCheck = async () =>
    (await row<{ id: number }>('SELECT max(id) AS id FROM payee_checks'))!.id
  const confirm = (actorId: number, reason = 'Nom confirmé au numéro connu (fictif).') =>
    lastCheck().then((checkId) => confirmPayee({ checkId, reason, actorId }))

  test('un nom qui concorde, dit de tout l’ordre, est gardé pour chaque compte', async ({
    assert,
  }) => {
    const { checks } = await take(statusFile(order, DAY, 'RCVC'))
    assert.equal(checks, 3)
    await take(statusFile(order, DAY, 'RJCT'))
    const preview = (await previewOrder({ runIds: [runId], ...again }, on(NEXT)))!
    assert.deepEqual(
      preview.transfers.map(({ payee }) => payee!.label),
      ['Le nom concorde', 'Le nom concorde', 'Le nom concorde']
    )
    assert.isFalse(isRefused(await reissue()))
  })

  test('un nom proche demande une confirmation, par une autre personne, avec une raison', async ({
    assert,
  }) => {
    await answered('RVMC', 'ASSOCIATION DU NOM VRAI')
    const [reason] = await refusedWithoutWriting(assert, reissue)
    assert.equal(reason!.code, 'BENEFICIAIRE_A_CONFIRMER')
    assert.include(reason!.message, 'ASSOCIATION DU NOM VRAI')
    const { approver, coordinator } = world.people
    await refusedWithoutWriting(assert, () => confirm(approver.id, ' '))
    const [own] = await refusedWithoutWriting(assert, () => confirm(coordinator.id))
    assert.equal(own!.code, 'PROPOSANT')
    granted(await confirm(approver.id))
    await refusedWithoutWriting(assert, () => confirm(approver.id))
    assert.isFalse(isRefused(await reissue()))
  })

  test('un nom qui ne concorde pas bloque, et ne se confirme pas ; la règle se change', async ({
    assert,
  }) => {
    await answered('RVNM')
    const [reason] = await refusedWithoutWriting(assert, reissue)
    assert.equal(reason!.code, 'BENEFICIAIRE_REFUSE')
    const [blocked] = await refusedWithoutWriting(assert, () => confirm(world.people.approver.id))
    assert.equal(blocked!.code, 'RIEN_A_CONFIRMER')
    await rows(
      `UPDATE settings SET payee_policy = '{"RVMC": "accept", "RVNM": "accept", "RVNA": "accept"}'`
    )
    assert.isFalse(isRefused(await reissue()))
  })

  test('une vérification impossible est acceptée par défaut, un mot inconnu demande quelqu’un', async ({
    assert,
  }) => {
    await answered('RVNA')
    const preview = (await previewOrder({ runIds: [runId], ...again }, on(NEXT)))!
    assert.isTrue(preview.writable)
    await rows(
      `INSERT INTO payee_checks (status_id, bank_account_id, result, checked_at)
       SELECT status_id, bank_account_id, 'RVZZ', now() FROM payee_checks`
    )
    const [reason] = await refusedWithoutWriting(assert, reissue)
    assert.include(reason!.message, 'réponse inconnue «\u00a0RVZZ\u00a0»')
  })

  test('un autre compte repart sans vérification', async ({ assert }) => {
    await answered('RVNM')
    const { coordinator, approver } = world.people
    const associationId = (await row<{ id: number }>(
      `SELECT s.association_id AS id FROM transfers t JOIN statements s ON s.id = t.statement_id WHERE t.end_to_end_id = ?`,
      [reference]
    ))!.id
    const { account } = granted(
      await proposeBankAccount(
        coordinator,
        {
          associationId,
          iban: 'FR7630006000011234567890189',
          bic: null,
          holder: 'Association du nom vrai (fictive)',
          evidence: 'RIB (fictif)',
        },
        on(DAY)
      )
    )
    const approval = { accountId: account.id, callbackNote: 'Rappel (fictif).' }
    granted(await approveBankAccount(approver, approval, on(DAY)))
    const { transfers } = (await previewOrder({ runIds: [runId], ...again }, on(NEXT)))!
    assert.isNull(transfers[0]!.payee)
    assert.isFalse(isRefused(await reissue()))
  })

  test('un bénéficiaire que personne ne connaît reste en suspens', async ({ assert }) => {
    const stranger = { endToEndId: 'AUTRE-1', instructionId: 'AUTRE-1', amount: 100 }
    await take(statusFile(order, DAY, 'RVCM', [{ ...stranger, status: 'RVNM' }]))
    assert.deepEqual(await openItems(), ['BENEFICIAIRE_INCONNU'])
  })
})
