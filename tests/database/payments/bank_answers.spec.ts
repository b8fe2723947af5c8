import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ReceivedOrder } from '#app/demo/bank/write_status'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { dismissItem, reopenItem } from '#app/payments/bank/dismiss_item'
import { importBankAnswer } from '#app/payments/bank/import_bank_answer'
import PaymentsImport from '#app/payments/bank/payments_import_command'
import PaymentsOpen from '#app/payments/bank/payments_open_command'
import { matchItem } from '#app/payments/bank/match_item'
import { readItemPage } from '#app/payments/bank/item_page'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { refusedWithoutWriting } from '#tests/support/picture'
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
import { cfonb } from '#tests/support/bank_files/cfonb'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

const DAY = '2026-12-02'
const LATER = '2026-12-22'

test.group('Réponses de la banque', (group) => {
  let world: World
  let order: ReceivedOrder
  let total: number
  let first: ReceivedOrder['transfers'][number]
  let second: ReceivedOrder['transfers'][number]
  let third: ReceivedOrder['transfers'][number]

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 30 })
    const run = await runIn(world, 'issued')
    const { id } = granted(
      await createTransferOrder({
        runIds: [run.id],
        executionDate: nextTargetDay(parisDay(world.at)),
        actorId: world.people.finance.id,
        at: world.at,
      })
    )
    order = await received(id)
    ;[first, second, third] = order.transfers as [typeof first, typeof second, typeof third]
    total = first.amount + second.amount + third.amount
    return emptyDatabase
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const take = (bytes: Uint8Array, day = DAY) => taken(world, day, bytes)
  const give = (bytes: Uint8Array) =>
    importBankAnswer({ bytes, fileName: 'x.xml', actorId: world.people.finance.id })
  const states = async () => (await transferStates()).map((line) => line.split(' ')[1]!).join(' ')
  const lot = (amount = total) => accountFile(DAY, lotDebit(DAY, order, amount))
  const returned = (day = LATER, amount = second.amount, reason = 'AC04') =>
    accountFile(day, comeBack(day, second.endToEndId, amount, reason))
  const lastItem = async () =>
    (await row<{ id: number }>('SELECT max(id) AS id FROM bank_items'))!.id
  const inOrder = async () => {
    await rows('SET CONSTRAINTS ALL IMMEDIATE')
    const checks = await db.transaction(checkLedger)
    return checks.flatMap(({ examples }) => examples)
  }

  test('un compte rendu positif qui ne liste rien accepte tout l’ordre', async ({ assert }) => {
    const { moved } = await take(statusFile(order, DAY, 'ACCP'))
    assert.equal(moved.accepted, 3)
    assert.equal(await states(), 'accepted accepted accepted')
    assert.deepEqual(await inOrder(), [])
  })

  test('un ordre rejeté en entier rouvre tous ses relevés, et n’accuse aucun compte sans raison', async ({
    assert,
  }) => {
    await take(statusFile(order, DAY, 'RJCT'))
    assert.equal(await states(), 'rejected rejected rejected')
    const blocked = await rows('SELECT id FROM bank_accounts WHERE blocked_at IS NOT NULL')
    assert.lengthOf(blocked, 0)
    assert.deepEqual(await inOrder(), [])
  })

  test('le même fichier deux fois ne change rien', async ({ assert }) => {
    const file = lot()
    await take(file)
    const before = await row('SELECT count(*) AS n, max(id) AS id FROM journal_entries')
    assert.isTrue((await take(file)).alreadyImported)
    assert.deepEqual(await row('SELECT count(*) AS n, max(id) AS id FROM journal_entries'), before)
  })

  test('deux relevés qui se recouvrent ne doublent pas une ligne', async ({ assert }) => {
    const line = lotDebit(DAY, order, total)
    await take(accountFile(DAY, line))
    const again = await take(
      accountFile(LATER, line, comeBack(LATER, first.endToEndId, first.amount, 'MS03')),
      LATER
    )
    assert.equal(again.known, 1)
    assert.equal(again.moved.returned, 1)
    assert.equal(await states(), 'returned executed executed')
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await inOrder(), [])
  })

  test('un débit détaillé paie chaque virement nommé, et garde en suspens celui qu’il ne connaît pas', async ({
    assert,
  }) => {
    const stranger = { endToEndId: 'AUTRE-1', amount: 500 }
    const transfers = [first, second, stranger]
    const amount = -(first.amount + second.amount + 500)
    await take(accountFile(DAY, { on: DAY, amount, reference: 'D1', transfers }))
    assert.equal(await states(), 'executed executed issued')
    assert.deepEqual(await openItems(), ['VIREMENT_INCONNU -500'])
    assert.deepEqual(await inOrder(), [])
  })

  test('un montant qui diffère ne paie jamais', async ({ assert }) => {
    await take(
      accountFile(DAY, {
        on: DAY,
        amount: -(first.amount + 1),
        reference: 'D2',
        transfers: [{ ...first, amount: first.amount + 1 }],
      })
    )
    await take(lot(total - 1))
    assert.equal(await states(), 'issued issued issued')
    assert.deepEqual(await openItems(), [
      `MONTANT -${first.amount + 1}`,
      `TOTAL_DU_LOT -${total - 1}`,
    ])
    const lines = [told(order, first.endToEndId, 'RJCT', { amount: first.amount + 1 })]
    await take(statusFile(order, DAY, 'PART', lines))
    assert.equal(await states(), 'issued accepted accepted', 'la ligne douteuse reste à voir')
    assert.deepEqual(await inOrder(), [])
  })

  test('un compte rendu d’un autre nombre ou d’un autre total ne touche pas l’ordre', async ({
    assert,
  }) => {
    const other = { ...order, transfers: [first, second] }
    await take(statusFile(other, DAY, 'ACCP'))
    assert.equal(await states(), 'issued issued issued')
    assert.deepEqual(await openItems(), ['ORDRE_DIFFERENT'])
    const unknown = { ...order, messageId: 'VIR-1999-0001' }
    await take(statusFile(unknown, DAY, 'RJCT'))
    assert.deepEqual(await openItems(), ['ORDRE_DIFFERENT', 'ORDRE_INCONNU'])
  })

  test('un statut et une raison inconnus sont gardés et montrés', async ({ assert }) => {
    const lines = [told(order, first.endToEndId, 'RJCT', { reason: 'ZZ99', words: 'MOTIF NEUF' })]
    await take(statusFile(order, DAY, 'PART', lines))
    await take(statusFile(order, DAY, 'WXYZ'))
    assert.equal(await states(), 'rejected accepted accepted')
    assert.deepEqual(await openItems(), ['STATUT_INCONNU'])
    const move = await row(
      `SELECT reason_code AS code, reason_text AS words FROM transfer_moves WHERE state = 'rejected'`
    )
    assert.deepEqual(move, { code: 'ZZ99', words: 'MOTIF NEUF' })
  })

  test('un retour venu avant son débit attend, puis se règle tout seul', async ({ assert }) => {
    await take(returned())
    assert.deepEqual(await openItems(), [`ETAT ${second.amount}`])
    const { moved } = await take(lot())
    assert.deepEqual([moved.executed, moved.returned], [3, 1])
    assert.equal(await states(), 'executed returned executed')
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await inOrder(), [])
  })

  test('un rejet annoncé après le débit attend le crédit qui le rend', async ({ assert }) => {
    await take(lot())
    const lines = [told(order, second.endToEndId, 'RJCT', { reason: 'AC01' })]
    await take(statusFile(order, DAY, 'PART', lines))
    assert.deepEqual(await openItems(), ['ETAT'])
    await take(returned())
    await take(statusFile(order, LATER, 'ACCP'), LATER)
    assert.equal(await states(), 'executed returned executed')
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await inOrder(), [])
  })

  test('un lot débité en entier malgré un rejet se règle quand le crédit vient', async ({
    assert,
  }) => {
    await take(statusFile(order, DAY, 'PART', [told(order, second.endToEndId, 'RJCT')]))
    await take(lot())
    assert.deepEqual(await openItems(), [`TOTAL_DU_LOT -${total}`])
    await take(returned())
    assert.equal(await states(), 'executed rejected executed')
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await inOrder(), [])
  })

  test('un second débit ou un second retour du même virement n’est jamais suivi', async ({
    assert,
  }) => {
    await take(lot())
    await take(returned())
    await take(returned('2026-12-23'))
    await take(
      accountFile(LATER, { on: LATER, amount: -first.amount, reference: 'D9', transfers: [first] })
    )
    assert.deepEqual(await openItems(), [`ETAT ${second.amount}`, `ETAT -${first.amount}`])
    assert.deepEqual(await inOrder(), [])
  })

  test('une autre devise, un crédit d’ailleurs, des frais : rien ne bouge, tout attend', async ({
    assert,
  }) => {
    const foreign = {
      on: DAY,
      amount: -first.amount,
      reference: 'F1',
      currency: 'CHF',
      transfers: [first],
    }
    await take(accountFile(DAY, foreign))
    await take(accountFile(DAY, { on: DAY, amount: -1250, reference: 'F2', label: 'FRAIS' }))
    await take(
      accountFile(DAY, {
        on: DAY,
        amount: 5_000_000,
        reference: 'F3',
        label: 'SUBVENTION',
        counterparty: 'FINANCEUR',
      })
    )
    await take(
      accountFile(DAY, { on: DAY, amount: first.amount, reference: 'F4', transfers: [first] })
    )
    assert.equal(await states(), 'issued issued issued')
    assert.deepEqual(await openItems(), [
      `DEVISE -${first.amount}`,
      'DEBIT_SANS_REFERENCE -1250',
      'CREDIT 5000000',
      `CREDIT_A_VERIFIER ${first.amount}`,
    ])
    assert.deepEqual(await inOrder(), [])
  })

  test('une personne rapproche à la main, au centime près ; le bon virement est proposé d’abord', async ({
    assert,
  }) => {
    const label = `VIR SEPA ${third.endToEndId.replaceAll('-', ' ')}`
    await take(accountFile(DAY, { on: DAY, amount: -third.amount, reference: 'M1', label }))
    const itemId = await lastItem()
    const page = (await readItemPage(itemId))!
    const [best] = page.suggestions
    assert.equal(best!.transfer.endToEndId, third.endToEndId)
    assert.isAtLeast(best!.score, 70)
    const actorId = world.people.finance.id
    const ids = await rows<{ id: number }>('SELECT id FROM transfers ORDER BY id')
    const match = (...ranks: number[]) =>
      matchItem({ itemId, transferIds: ranks.map((rank) => ids[rank]!.id), actorId })
    for (const [wrong, code] of [
      [[], 'VIREMENT_A_CHOISIR'],
      [[0], 'ECART_DE_MONTANT'],
      [[1, 2], 'ECART_DE_MONTANT'],
    ] as const) {
      const [reason] = await refusedWithoutWriting(assert, () => match(...wrong))
      assert.equal(reason!.code, code)
    }
    assert.deepEqual(granted(await match(2)), { transfers: 1, state: 'executed' })
    const [twice] = await refusedWithoutWriting(assert, () => match(2))
    assert.equal(twice!.code, 'SUSPENS_RESOLU')
    assert.equal(await states(), 'issued issued executed')
    assert.deepEqual(await inOrder(), [])
  })

  test('un suspens se classe avec une raison, et se rouvre ; rapproché, il ne se rouvre plus', async ({
    assert,
  }) => {
    await take(accountFile(DAY, { on: DAY, amount: -1250, reference: 'C1', label: 'FRAIS' }))
    const itemId = await lastItem()
    const actorId = world.people.finance.id
    await refusedWithoutWriting(assert, () => dismissItem(itemId, { reason: '  ', actorId }))
    granted(await dismissItem(itemId, { reason: 'Frais de tenue de compte.', actorId }))
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await inOrder(), [])
    granted(await reopenItem(itemId, actorId))
    assert.deepEqual(await openItems(), ['DEBIT_SANS_REFERENCE -1250'])
    await refusedWithoutWriting(assert, () => reopenItem(itemId, actorId))
  })

  test('sans compte de banque dans les livres, un débit est refusé et rien n’est écrit', async ({
    assert,
  }) => {
    await rows(
      `UPDATE settings SET bank_account_code = NULL, bank_account_label = NULL, bank_journal_code = NULL,
         bank_journal_label = NULL`
    )
    const [reason] = await refusedWithoutWriting(assert, () => give(lot()))
    assert.equal(reason!.code, 'COMPTE_DE_BANQUE')
    assert.equal((await take(statusFile(order, DAY, 'ACCP'))).moved.accepted, 3)
  })

  test('un fichier coupé, étranger ou hostile est refusé entier, et rien n’est écrit', async ({
    assert,
  }) => {
    const whole = lot()
    for (const bytes of [
      Buffer.from(''),
      Buffer.from('bonjour'),
      whole.subarray(0, whole.length - 200),
      Buffer.from(whole.toString().replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]><Document')),
    ]) {
      await refusedWithoutWriting(assert, () => give(bytes))
    }
  })

  test('un relevé CFONB 120 dit la même chose qu’un camt', async ({ assert }) => {
    const { messageId } = order
    const movements = [
      { amount: -total, label: 'VIREMENTS EMIS', reference: messageId },
      { amount: second.amount, label: 'REJET', reference: second.endToEndId, reject: '04' },
    ]
    const { moved } = await take(cfonb({ opening: 10 * total, movements }))
    assert.deepEqual([moved.executed, moved.returned], [3, 1])
    assert.equal(await states(), 'executed returned executed')
    assert.deepEqual(await openItems(), [])
    assert.deepEqual(await inOrder(), [])
  })

  test('la commande importe des fichiers, liste les suspens, et sort en erreur sur un refus', async ({
    assert,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'reversement-banque-'))
    const path = join(folder, 'releve.xml')
    const fees = { on: DAY, amount: -1250, reference: 'FRAIS', label: 'FRAIS' }
    await writeFile(path, accountFile(DAY, lotDebit(DAY, order, total), fees))
    const { email } = world.people.finance
    const command = await ace.create(PaymentsImport, [path, '--as', email])
    const done = granted(await command.perform())
    assert.match(done.lines[0]!, /3\svirements exécutés, 1\ssuspens à rapprocher/)
    const listed = await (await ace.create(PaymentsOpen, [])).perform()
    assert.include(
      listed.lines.join('\n'),
      'Ce débit ne porte la référence d’aucun de nos virements.'
    )
    const refused = await ace.create(PaymentsImport, [join(folder, 'absent.xml'), '--as', email])
    await refused.run()
    assert.equal(refused.exitCode, 1)
    const broken = join(folder, 'coupe.xml')
    await writeFile(broken, '<a>')
    const half = await (await ace.create(PaymentsImport, [path, broken, '--as', email])).perform()
    if (!isRefused(half)) throw new Error('The broken file was read')
    assert.match(
      half.refused[0]!.message,
      /coupe\.xml.+Les fichiers donnés avant lui sont importés\.$/
    )
    const platform = await ace.create(PaymentsImport, [path, '--as', world.people.platform.email])
    assert.isTrue(isRefused(await platform.perform()))
    await rm(folder, { recursive: true })
  })

  test('la base refuse un état sans preuve, sans écriture, ou à rebours', async ({ assert }) => {
    await take(lot())
    await rows('SET CONSTRAINTS ALL IMMEDIATE')
    const refuses = async (sql: string, says: RegExp) => {
      const trx = await db.transaction()
      await assert.rejects(() => rows(sql, [], trx), says)
      await trx.rollback()
    }
    await refuses(`UPDATE transfers SET state = 'accepted' WHERE id = 1`, /ne passe pas/)
    await refuses(`UPDATE transfers SET state = 'returned' WHERE id = 1`, /ne passe pas/)
    const PART = '(SELECT min(id) FROM bank_parts)'
    const move = (state: string, part: string) =>
      `INSERT INTO transfer_moves (transfer_id, state, moved_on, part_id, matched, moved_by, moved_at)
       SELECT 1, '${state}', '${DAY}', ${part}, 'person', min(id), now() FROM users`
    await refuses(move('executed', PART), /transfer_moves_once|déjà/)
    await refuses(move('returned', PART), /n’a pas son écriture/)
    await refuses(move('rejected', 'NULL'), /transfer_moves_proved/)
    await refuses('DELETE FROM transfer_moves', /ne se modifient/)
    await refuses('UPDATE bank_parts SET amount_cents = 1', /ne se modifient/)
  })
})
