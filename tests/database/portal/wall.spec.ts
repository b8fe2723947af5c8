import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { behindWall } from '#app/portal/behind_wall'
import { row, rows } from '#app/shared/rows'
import { aPlayedQuarter, spoilt } from '#tests/support/web'

/** What the role may read whole: it says nothing of anybody. */
const COMMON = ['conventions', 'departments', 'fee_schedules', 'fees', 'funders']

test.group('Le mur du portail', (group) => {
  let mine = 0

  group.setup(async () => {
    await aPlayedQuarter()
    mine = (await row<{ id: number }>(
      'SELECT association_id AS id FROM statements ORDER BY id LIMIT 1'
    ))!.id
  })
  group.teardown(spoilt)

  test('sans aucun filtre, une association ne lit que ses lignes', async ({ assert }) => {
    const all = (await row<{ n: number }>('SELECT count(*) AS n FROM saisines'))!.n
    const own = (await row<{ n: number }>(
      'SELECT count(*) AS n FROM saisines WHERE association_id = ?',
      [mine]
    ))!.n
    assert.isAbove(all, own)
    const seen = await behindWall(mine, () =>
      row<{ n: number }>('SELECT count(*) AS n FROM saisines')
    )
    assert.equal(seen!.n, own)
    assert.isAbove(own, 0)
  })

  test('aucune table ne montre la ligne d’une autre', async ({ assert }) => {
    const walled = await rows<{ name: string; hasAssociation: boolean }>(
      `SELECT c.relname AS name, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND attname = 'association_id') AS "hasAssociation"
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity ORDER BY 1`
    )
    assert.isAtLeast(walled.length, 15)
    for (const { name, hasAssociation } of walled) {
      if (!hasAssociation) continue
      const others = await behindWall(mine, () =>
        row<{ n: number }>(`SELECT count(*) AS n FROM ${name} WHERE association_id <> ?`, [mine])
      )
      assert.equal(others!.n, 0, name)
    }
    const readable = await rows<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.column_privileges
       WHERE grantee = 'reversement_portal' AND table_schema = 'public' ORDER BY 1`
    )
    const open = readable
      .map(({ name }) => name)
      .filter((name) => !walled.some((one) => one.name === name))
    assert.deepEqual(
      open,
      [...COMMON, 'settings'].sort(),
      'une table nouvelle est murée, ou n’est pas lue'
    )
  })

  test('le chiffre d’un IBAN, les comptes, les écritures et les personnes ne se lisent pas', async ({
    assert,
  }) => {
    for (const sql of [
      'SELECT iban_ciphertext FROM bank_accounts',
      'SELECT iban_index FROM bank_accounts',
      'SELECT debtor_iban_ciphertext FROM settings',
      'SELECT 1 FROM journal_entries',
      'SELECT 1 FROM users',
      'SELECT 1 FROM envelopes',
      'SELECT html_body FROM mails',
      'SELECT letter FROM mails',
      'SELECT 1 FROM told_refusals',
    ]) {
      await assert.rejects(() => behindWall(mine, () => rows(sql)), /permission denied/)
    }
  })

  test('rien ne s’écrit derrière le mur', async ({ assert }) => {
    for (const sql of [
      'DELETE FROM disputes',
      `UPDATE saisines SET department = '01'`,
      'DELETE FROM statements',
    ]) {
      await assert.rejects(() => behindWall(mine, () => rows(sql)), /permission denied/)
    }
  })

  test('sans association dite, rien n’est à personne ; le mur tombe avec la demande', async ({
    assert,
  }) => {
    const trx = await db.transaction()
    await trx.rawQuery('SET LOCAL ROLE reversement_portal')
    assert.deepEqual(await rows('SELECT id FROM saisines', [], trx), [])
    await trx.rollback()
    await behindWall(mine, async () => {})
    assert.isAbove((await row<{ n: number }>('SELECT count(*) AS n FROM journal_entries'))!.n, 0)
  })
})
