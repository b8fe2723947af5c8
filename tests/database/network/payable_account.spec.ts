import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { activeMembers } from '#app/network/members/active_members'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { payableAccounts, type Payability } from '#app/network/bank_accounts/payable_account'
import { rows } from '#app/shared/rows'
import {
  association,
  done,
  MONDAY,
  OTHER_IBAN,
  person,
  proposal,
  settings,
} from '#tests/database/network/fixtures'

const hours = (n: number) => new Date(MONDAY.getTime() + n * 3_600_000)
const reasons = (payability: Payability | undefined) =>
  payability && 'reasons' in payability ? payability.reasons.map(({ code }) => code) : null

test.group('Compte payable', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => settings())

  async function payability(id: number, at: Date) {
    const found = await payableAccounts([id], at)
    return found.get(id)
  }

  async function isMember(id: number, day: string) {
    const members = await activeMembers([id], day)
    return members.has(id)
  }

  async function approved(code: string) {
    const coordinator = await person('coordinator')
    const { id } = await association(code, coordinator)
    const account = await proposal(id, coordinator)
    const approval = { accountId: account.id, callbackNote: 'Rappel fait' }
    done(await approveBankAccount(await person('approver'), approval, MONDAY))
    return { id, account, coordinator }
  }

  test('chaque association a son compte, ou la raison de son absence', async ({ assert }) => {
    const paid = await approved('AV01')
    const coordinator = await person('coordinator')
    const none = await association('AV02', coordinator)
    const waiting = await association('AV03', coordinator)
    await proposal(waiting.id, coordinator)
    const found = await payableAccounts([paid.id, none.id, waiting.id], hours(100))

    const payable = found.get(paid.id)!
    assert.containsSubset(payable, { account: { id: paid.account.id } })
    assert.deepEqual(reasons(found.get(none.id)), ['COMPTE_ABSENT'])
    assert.deepEqual(reasons(found.get(waiting.id)), ['COMPTE_NON_APPROUVE'])
  })

  test('le délai de 72 heures s’éteint à la minute dite', async ({ assert }) => {
    const { id } = await approved('AV01')
    const early = await payability(id, new Date(hours(72).getTime() - 1))
    assert.deepEqual(reasons(early), ['COMPTE_EN_DELAI'])
    assert.containsSubset(early, {
      reasons: [
        {
          message:
            'Les coordonnées bancaires viennent de changer\u00a0: elles ne servent qu’à partir du 05/11/2026\u00a0à\u00a009\u00a0h\u00a000.',
        },
      ],
    })
    assert.isNull(reasons(await payability(id, hours(72))))
  })

  test('un compte bloqué n’est pas payable et dit pourquoi', async ({ assert }) => {
    const { id, account } = await approved('AV01')
    await rows(
      `UPDATE bank_accounts SET blocked_at = now(), blocked_reason = 'Virement rejeté.' WHERE id = ?`,
      [account.id]
    )
    assert.deepEqual(reasons(await payability(id, hours(100))), ['COMPTE_BLOQUE'])
  })

  test('un changement en attente laisse payer sur le compte approuvé', async ({ assert }) => {
    const { id, account, coordinator } = await approved('AV01')
    await proposal(id, coordinator, OTHER_IBAN, hours(1))
    const payable = await payability(id, hours(100))
    assert.containsSubset(payable, { account: { id: account.id } })
  })

  test('l’adhésion vaut du premier jour compris au dernier exclu', async ({ assert }) => {
    const { id } = await association('AV01')
    await rows(`UPDATE memberships SET ends_on = '2026-07-01' WHERE association_id = ?`, [id])
    assert.isFalse(await isMember(id, '2025-12-31'))
    assert.isTrue(await isMember(id, '2026-01-01'))
    assert.isTrue(await isMember(id, '2026-06-30'))
    assert.isFalse(await isMember(id, '2026-07-01'))
  })
})
