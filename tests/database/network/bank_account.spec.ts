import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type User from '#app/accounts/user'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { open } from '#app/network/bank_accounts/iban_vault'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { row, rows } from '#app/shared/rows'
import { refuses } from '#tests/database/network/refuses'
import {
  association,
  codes,
  counts,
  done,
  firstProposal,
  IBAN,
  MONDAY,
  OTHER_IBAN,
  person,
  proposal,
  settings,
} from '#tests/database/network/fixtures'

const NOTE = { callbackNote: 'Présidente rappelée au numéro du dossier, compte confirmé' }

test.group('Coordonnées bancaires', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => settings())

  test('aucun IBAN en clair ne reste dans la base, et le coffre le rend', async ({ assert }) => {
    const { id } = await firstProposal()
    const stored = await row<{ text: string; ciphertext: string; indexLength: number }>(
      `SELECT bank_accounts::text || (SELECT string_agg(events::text, '') FROM events) AS text,
         iban_ciphertext AS ciphertext, octet_length(iban_index) AS "indexLength"
       FROM bank_accounts WHERE id = ?`,
      [id]
    )
    assert.notInclude(stored!.text, IBAN)
    assert.notInclude(stored!.text, IBAN.slice(4, 20))
    assert.notInclude(stored!.text, Buffer.from(IBAN).toString('hex'))
    assert.equal(stored!.indexLength, 32)
    assert.equal(open(stored!.ciphertext), IBAN)
  })

  test('le même IBAN chiffré deux fois ne se ressemble pas, mais l’index le retrouve', async ({
    assert,
  }) => {
    const coordinator = await person('coordinator')
    const first = await firstProposal()
    const { id: associationId } = await association('AV72', coordinator)
    const second = await proposeBankAccount(
      coordinator,
      {
        associationId,
        iban: 'fr76 3000 6000 0112 3456 7890 189',
        bic: 'bnpa frpp xxx',
        holder: 'Une autre association',
        evidence: 'RIB du dossier 5',
      },
      MONDAY
    )
    assert.deepEqual(done(second).sameIbanAs, ['AV71'])
    assert.equal(done(second).account.bic, 'BNPAFRPPXXX')
    assert.notEqual(done(second).account.ibanCiphertext, first.ibanCiphertext)
    assert.isTrue(done(second).account.ibanIndex.equals(first.ibanIndex))
  })

  test('un IBAN faux ou sans justificatif n’est pas proposé', async ({ assert }) => {
    const { id } = await association()
    const coordinator = await person('coordinator')
    const before = await counts('bank_accounts', 'events')
    const refused = await proposeBankAccount(coordinator, {
      associationId: id,
      iban: 'FR7630006000011234567890188',
      bic: null,
      holder: 'Association fictive',
      evidence: ' ',
    })
    assert.deepEqual(codes(refused), ['COLONNE_IBAN', 'JUSTIFICATIF_MANQUANT'])
    assert.deepEqual(await counts('bank_accounts', 'events'), before)
  })

  test('une association ne propose que son propre compte', async ({ assert }) => {
    const coordinator = await person('coordinator')
    const own = await association('AV71', coordinator)
    const other = await association('AV72', coordinator)
    const member = await person('association', own.id)
    const account = { iban: IBAN, bic: null, holder: 'Association fictive', evidence: 'RIB' }
    const before = await counts('bank_accounts')
    const refused = await proposeBankAccount(member, { associationId: other.id, ...account })
    assert.deepEqual(codes(refused), ['PROPOSITION_INTERDITE'])
    assert.deepEqual(await counts('bank_accounts'), before)
    done(await proposeBankAccount(member, { associationId: own.id, ...account }))
  })

  test('celui qui propose n’approuve pas, même devenu trésorier', async ({ assert }) => {
    const { id } = await association()
    const proposer = await person('coordinator')
    const account = await proposal(id, proposer)
    await proposer.merge({ role: 'approver' }).save()
    const before = await counts('events')
    const refused = await approveBankAccount(proposer, { accountId: account.id, ...NOTE }, MONDAY)
    assert.deepEqual(codes(refused), ['PROPOSANT_APPROBATEUR'])
    await account.refresh()
    assert.isNull(account.approvedAt)
    assert.deepEqual(await counts('events'), before)
  })

  test('la base refuse aussi qu’une seule personne fasse les deux', async ({ assert }) => {
    const account = await firstProposal()
    const update = `UPDATE bank_accounts SET approved_by = ?, approved_at = now() + interval '9 years',
      callback_note = 'x', payable_from = now() + interval '9 years' WHERE id = ?`
    assert.equal(await refuses(update, [account.proposedBy, account.id]), '23514')
    const insert = `INSERT INTO bank_accounts (association_id, iban_ciphertext, iban_index, iban_country,
        iban_last4, holder, evidence, proposed_by, approved_by, approved_at, callback_note, payable_from)
      SELECT association_id, iban_ciphertext, iban_index, iban_country, iban_last4, holder, evidence,
        proposed_by, proposed_by, now(), 'x', now() FROM bank_accounts WHERE id = ?`
    assert.equal(await refuses(insert, [account.id]), '23514')
  })

  test('sans rappel noté ou sans le rôle, rien n’est approuvé', async ({ assert }) => {
    const account = await firstProposal()
    const noNote = { accountId: account.id, callbackNote: '  ' }
    assert.deepEqual(codes(await approveBankAccount(await person('approver'), noNote)), [
      'RAPPEL_MANQUANT',
    ])
    const asFinance = { accountId: account.id, ...NOTE }
    assert.deepEqual(codes(await approveBankAccount(await person('finance'), asFinance)), [
      'ROLE_INSUFFISANT',
    ])
    await account.refresh()
    assert.isNull(account.approvedAt)
  })

  test('un compte approuvé remplace le précédent et attend 72 heures', async ({ assert }) => {
    const { id } = await association()
    const coordinator = await person('coordinator')
    const approver = await person('approver')
    const first = await proposal(id, coordinator)
    done(await approveBankAccount(approver, { accountId: first.id, ...NOTE }, MONDAY))
    const tuesday = new Date('2026-11-03T08:00:00Z')
    const second = await proposal(id, coordinator, OTHER_IBAN, tuesday)
    const approved = done(
      await approveBankAccount(approver, { accountId: second.id, ...NOTE }, tuesday)
    )
    assert.equal(approved.payableFrom!.toUTC().toISO(), '2026-11-06T08:00:00.000Z')
    await first.refresh()
    assert.equal(first.replacedAt!.toUTC().toISO(), '2026-11-03T08:00:00.000Z')
    const events = await rows<{ verb: string }>(
      `SELECT verb FROM events WHERE subject_type = 'bank_account' ORDER BY id`
    )
    assert.deepEqual(
      events.map(({ verb }) => verb),
      [
        'bank_account.proposed',
        'bank_account.approved',
        'bank_account.proposed',
        'bank_account.approved',
      ]
    )
  })

  test('une proposition remplacée par une plus récente ne s’approuve plus', async ({ assert }) => {
    const { id } = await association()
    const coordinator = await person('coordinator')
    const older = await proposal(id, coordinator)
    await proposal(id, coordinator, OTHER_IBAN)
    const refused = await approveBankAccount(
      await person('approver'),
      { accountId: older.id, ...NOTE },
      MONDAY
    )
    assert.deepEqual(codes(refused), ['PROPOSITION_REMPLACEE'])
  })

  test('le même compte proposé deux fois ne change rien', async ({ assert }) => {
    const { id } = await association()
    const coordinator = await person('coordinator')
    await proposal(id, coordinator)
    const before = await counts('bank_accounts', 'events')
    const again = await proposeBankAccount(coordinator, {
      associationId: id,
      iban: IBAN,
      bic: null,
      holder: 'Association fictive',
      evidence: 'RIB du dossier 4',
    })
    assert.deepEqual(codes(again), ['COMPTE_IDENTIQUE'])
    assert.deepEqual(await counts('bank_accounts', 'events'), before)
  })

  test('un compte approuvé ne se modifie ni ne s’efface: {$self}')
    .with([
      `UPDATE bank_accounts SET holder = 'Quelqu’un d’autre' WHERE id = ?`,
      `UPDATE bank_accounts SET iban_ciphertext = 'x' WHERE id = ?`,
      `UPDATE bank_accounts SET payable_from = approved_at WHERE id = ?`,
      `UPDATE bank_accounts SET bic = 'CMCIFR2A' WHERE id = ?`,
      `DELETE FROM bank_accounts WHERE id = ?`,
    ])
    .run(async ({ assert }, sql) => {
      const account = await firstProposal()
      done(
        await approveBankAccount(
          await person('approver'),
          { accountId: account.id, ...NOTE },
          MONDAY
        )
      )
      assert.equal(await refuses(sql, [account.id]), '23001')
    })
})

test.group('Coordonnées bancaires, approbations simultanées', () => {
  test('vingt approbations du même compte ont un seul effet', async ({ assert, cleanup }) => {
    await settings()
    const coordinator = await person('coordinator')
    const { id } = await association('CONCURRENCE', coordinator)
    const account = await proposal(id, coordinator)
    const approvers = await Promise.all(Array.from({ length: 20 }, () => person('approver')))
    cleanup(() => forget(id, [coordinator, ...approvers]))

    const results = await Promise.all(
      approvers.map((approver) =>
        approveBankAccount(approver, { accountId: account.id, ...NOTE }, MONDAY)
      )
    )
    const refusals = results.map(codes).filter((found) => found.length > 0)
    assert.lengthOf(refusals, 19)
    assert.isTrue(refusals.every(([code]) => code === 'DEJA_APPROUVE'))
    const [event] = await rows<{ n: number }>(
      `SELECT count(*) AS n FROM events WHERE verb = 'bank_account.approved'`
    )
    assert.equal(event!.n, 1)
  })
})

/** What a committed test leaves is erased in spite of the triggers that keep it from everyone else. */
async function forget(associationId: number, users: User[]): Promise<void> {
  const ids = users.map((user) => user.id)
  const trx = await db.transaction()
  await rows('SET LOCAL session_replication_role = replica', [], trx)
  await rows('DELETE FROM events WHERE actor_id = ANY(?) OR actor_id IS NULL', [ids], trx)
  await rows('DELETE FROM bank_accounts WHERE association_id = ?', [associationId], trx)
  await rows('DELETE FROM association_departments WHERE association_id = ?', [associationId], trx)
  await rows('DELETE FROM memberships WHERE association_id = ?', [associationId], trx)
  await rows('DELETE FROM associations WHERE id = ?', [associationId], trx)
  await rows('DELETE FROM users WHERE id = ANY(?)', [ids], trx)
  await rows('DELETE FROM settings', [], trx)
  await trx.commit()
}
