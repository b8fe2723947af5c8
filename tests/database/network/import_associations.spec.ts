import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { AssociationRow } from '#app/network/directory/check_association_row'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import {
  importAssociations,
  type ImportedAssociations,
} from '#app/network/directory/import_associations'
import { undoAssociations, whyAssociationsStay } from '#app/network/directory/undo_associations'
import { transaction } from '#app/shared/transaction'
import { row, rows } from '#app/shared/rows'
import type User from '#app/accounts/user'
import {
  counts,
  done,
  IBAN,
  MONDAY,
  OTHER_IBAN,
  person,
  settings,
} from '#tests/database/network/fixtures'

const TABLES = ['associations', 'memberships', 'association_departments', 'bank_accounts', 'events']

const line = (code: string, iban: string, town = 'Mâcon'): AssociationRow => ({
  association: {
    code,
    name: `Association fictive ${code}`,
    siret: null,
    rna: null,
    departments: ['71', '01'],
    street: null,
    buildingNumber: null,
    postcode: '71000',
    town,
    country: 'FR',
    email: null,
  },
  account: { iban, bic: null, holder: `Association fictive ${code}` },
})

async function imported(actor: User, lines: AssociationRow[]) {
  const file = await row<{ id: number }>(
    `INSERT INTO imports (kind, file_name, file_sha256, actor_id)
     VALUES ('associations', 'reseau.xlsx', sha256(random()::text::bytea), ?) RETURNING id`,
    [actor.id]
  )
  const result = await transaction<ImportedAssociations>((trx) =>
    importAssociations(trx, lines, {
      actorId: actor.id,
      importId: file!.id,
      evidence: 'Fichier reseau.xlsx',
      at: MONDAY,
      memberSince: '2026-01-01',
    })
  )
  return { importId: file!.id, ...done(result) }
}

test.group('Import des associations', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => settings())

  test('le même fichier deux fois ne change rien', async ({ assert }) => {
    const actor = await person('coordinator')
    const lines = [line('AV01', IBAN), line('AV02', OTHER_IBAN)]
    const first = await imported(actor, lines)
    assert.deepInclude(first, { created: 2, updated: 0, unchanged: 0 })
    assert.lengthOf(first.proposals, 2)
    const before = await counts(...TABLES)
    const again = await imported(actor, lines)
    assert.deepInclude(again, { created: 0, updated: 0, unchanged: 2, proposals: [] })
    assert.deepEqual(await counts(...TABLES), before)
  })

  test('une description suit le fichier, et l’événement garde l’ancienne', async ({ assert }) => {
    const actor = await person('coordinator')
    await imported(actor, [line('AV01', IBAN)])
    const moved = await imported(actor, [line('AV01', IBAN, 'Tournus')])
    assert.deepInclude(moved, { created: 0, updated: 1, proposals: [] })
    const event = await row(`SELECT before, after FROM events WHERE verb = 'association.updated'`)
    assert.deepEqual(event, { before: { town: 'Mâcon' }, after: { town: 'Tournus' } })
  })

  test('un nouvel IBAN est une proposition: le compte approuvé reste', async ({ assert }) => {
    const actor = await person('coordinator')
    const { proposals } = await imported(actor, [line('AV01', IBAN)])
    const approval = { accountId: proposals[0]!.accountId, callbackNote: 'Rappel fait' }
    done(await approveBankAccount(await person('approver'), approval, MONDAY))
    const changed = await imported(actor, [line('AV01', OTHER_IBAN)])
    assert.lengthOf(changed.proposals, 1)
    const accounts = await rows(
      `SELECT iban_last4 AS last4, approved_at IS NOT NULL AS approved, replaced_at FROM bank_accounts
       ORDER BY id`
    )
    assert.deepEqual(accounts, [
      { last4: '0189', approved: true, replaced_at: null },
      { last4: '2363', approved: false, replaced_at: null },
    ])
  })

  test('deux associations du même IBAN sont signalées', async ({ assert }) => {
    const { proposals } = await imported(await person('coordinator'), [
      line('AV01', IBAN),
      line('AV02', IBAN),
    ])
    assert.deepEqual(
      proposals.map(({ sameIbanAs }) => sameIbanAs),
      [[], ['AV01']]
    )
  })

  test('un import s’annule tant que rien n’en dépend', async ({ assert }) => {
    const [associations, accounts] = await counts('associations', 'bank_accounts')
    const actor = await person('coordinator')
    const { importId, proposals } = await imported(actor, [line('AV01', IBAN)])
    const why = () =>
      transaction(async (trx) => ({ reason: await whyAssociationsStay(trx, importId) }))
    assert.deepEqual(await why(), { reason: null })
    assert.deepEqual(await counts('associations', 'bank_accounts'), [
      associations! + 1,
      accounts! + 1,
    ])

    const approval = { accountId: proposals[0]!.accountId, callbackNote: 'Rappel fait' }
    done(await approveBankAccount(await person('approver'), approval, MONDAY))
    assert.match(done(await why()).reason!, /comptes approuvés/)

    const other = await imported(actor, [line('AV02', OTHER_IBAN)])
    await transaction(async (trx) => {
      await undoAssociations(trx, other.importId)
      return {}
    })
    assert.deepEqual(await counts('associations', 'bank_accounts'), [
      associations! + 1,
      accounts! + 1,
    ])
  })

  test('cent trente associations entrent ensemble', async ({ assert }) => {
    const lines = Array.from({ length: 130 }, (_, n) => line(`AV${n + 1}`, IBAN))
    const actor = await person('coordinator')
    const { created } = await imported(actor, lines)
    assert.equal(created, 130)
  })
})
