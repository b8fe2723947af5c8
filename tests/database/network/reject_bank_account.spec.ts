import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import BankAccount from '#app/network/bank_accounts/bank_account'
import { payableAccounts } from '#app/network/bank_accounts/payable_account'
import { rejectBankAccount } from '#app/network/bank_accounts/reject_bank_account'
import { refuses } from '#tests/database/network/refuses'
import {
  codes,
  counts,
  done,
  firstProposal,
  MONDAY,
  OTHER_IBAN,
  person,
  proposal,
  settings,
} from '#tests/database/network/fixtures'

const REASON = 'Le RIB est celui d’une autre association'

test.group('Refus de coordonnées bancaires', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => settings())

  test('un compte refusé ne s’approuve plus, et le même peut être proposé de nouveau', async ({
    assert,
  }) => {
    const refused = await firstProposal()
    const approver = await person('approver')
    done(await rejectBankAccount(approver, { accountId: refused.id, reason: REASON }, MONDAY))
    const approval = { accountId: refused.id, callbackNote: 'Rappel fictif' }
    assert.deepEqual(codes(await approveBankAccount(approver, approval, MONDAY)), [
      'PROPOSITION_REFUSEE',
    ])
    const twice = { accountId: refused.id, reason: REASON }
    assert.deepEqual(codes(await rejectBankAccount(approver, twice)), ['PROPOSITION_REFUSEE'])
    const payable = await payableAccounts([refused.associationId], MONDAY)
    assert.containSubset(payable.get(refused.associationId), {
      reasons: [{ code: 'COMPTE_ABSENT' }],
    })
    const again = await proposal(refused.associationId, await person('coordinator'))
    assert.isTrue((await again.refresh()).isPending)
  })

  test('le compte en vigueur reste quand un autre est refusé', async ({ assert }) => {
    const current = await firstProposal()
    const approver = await person('approver')
    const approval = { accountId: current.id, callbackNote: 'Rappel fictif' }
    done(await approveBankAccount(approver, approval, MONDAY))
    const other = await proposal(current.associationId, await person('coordinator'), OTHER_IBAN)
    done(await rejectBankAccount(approver, { accountId: other.id, reason: REASON }, MONDAY))
    const later = new Date('2026-11-09T08:00:00Z')
    const payable = await payableAccounts([current.associationId], later)
    assert.containSubset(payable.get(current.associationId), { account: { id: current.id } })
  })

  test('c’est une autre personne, d’approbation, qui refuse, avec un motif', async ({ assert }) => {
    const { id, proposedBy } = await firstProposal()
    const approver = await person('approver')
    const before = await counts('events')
    const reject = (actor: object, reason = REASON, accountId = id) =>
      rejectBankAccount(actor as typeof approver, { accountId, reason })
    assert.deepEqual(codes(await reject(await person('coordinator'))), ['ROLE_INSUFFISANT'])
    assert.deepEqual(codes(await reject(approver, ' ')), ['MOTIF_MANQUANT'])
    assert.deepEqual(codes(await reject(approver, REASON, 999_999)), ['COMPTE_INCONNU'])
    assert.deepEqual(codes(await reject({ id: proposedBy, role: 'approver' })), [
      'PROPOSANT_APPROBATEUR',
    ])
    assert.isNull((await BankAccount.findOrFail(id)).rejectedAt)
    assert.deepEqual(await counts('events'), before)
  })

  test('la base refuse un refus de son auteur, sans motif, ou d’un compte approuvé', async ({
    assert,
  }) => {
    const { id, proposedBy } = await firstProposal()
    const approver = await person('approver')
    const set = `UPDATE bank_accounts SET rejected_at = now(), replaced_at = now(), rejected_by = ?, rejection_reason = ?`
    assert.equal(await refuses(`${set} WHERE id = ?`, [proposedBy, REASON, id]), '23514')
    assert.equal(await refuses(`${set} WHERE id = ?`, [approver.id, null, id]), '23514')
    done(await approveBankAccount(approver, { accountId: id, callbackNote: 'Rappel' }, MONDAY))
    assert.equal(await refuses(`${set} WHERE id = ?`, [approver.id, REASON, id]), '23514')
  })
})
