import { test } from '@japa/runner'
import { openSecret, sealSecret } from '#app/accounts/entry/totp'
import { rotateKeys } from '#app/keeping/keys/rotate_keys'
import { granted } from '#app/demo/granted'
import { ibanIndex, open } from '#app/network/bank_accounts/iban_vault'
import { row, rows } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import type { Refused } from '#app/shared/result'
import { appKey } from '#start/env'
import { NEW_KEY, withKeys } from '#tests/database/keeping/with_keys'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { aWorld, type World } from '#tests/support/world'

const ibans = async () =>
  (
    await rows<{ ciphertext: string }>(
      'SELECT iban_ciphertext AS ciphertext FROM bank_accounts ORDER BY id'
    )
  ).map(({ ciphertext }) => open(ciphertext))

test.group('Changement de clé', (group) => {
  let database: TestDatabase
  let world: World

  group.setup(async () => {
    database = await createTestDatabase('keys')
    await inDatabase(database, async () => {
      world = await aWorld({ associations: 2, saisines: 12 })
      await rows('UPDATE users SET totp_secret = ?', [sealSecret('SECRET')])
    })
    return () => database.drop()
  })

  test('sans la clé d’avant, le changement est refusé et rien ne change', async ({ assert }) => {
    await inDatabase(database, async () => {
      const before = await rows('SELECT * FROM bank_accounts ORDER BY id')
      const refused = await withKeys([NEW_KEY], () => rotateKeys(world.people.admin.id))
      assert.equal((refused as Refused).refused[0]!.code, 'CLE_MANQUANTE')
      assert.deepEqual(await rows('SELECT * FROM bank_accounts ORDER BY id'), before)
      assert.isEmpty(await rows(`SELECT 1 FROM openings`))
    })
  })

  test('hors de ce changement, un compte approuvé ne se chiffre pas de nouveau', async ({
    assert,
  }) => {
    await inDatabase(database, async () => {
      await assert.rejects(
        () =>
          rows(`UPDATE bank_accounts SET iban_ciphertext = 'autre' WHERE approved_at IS NOT NULL`),
        /ne se modifient pas/
      )
    })
  })

  test('tout s’ouvre avec la nouvelle clé seule, et se retrouve sans rien ouvrir', async ({
    assert,
  }) => {
    await inDatabase(database, async () => {
      const before = await ibans()
      assert.isNotEmpty(before)
      const debtor = open((await loadSettings()).debtorIbanCiphertext)
      const { counts } = await withKeys([NEW_KEY, appKey], async () =>
        granted(await rotateKeys(world.people.admin.id))
      )
      assert.equal(counts.accounts, before.length)
      await withKeys([NEW_KEY], async () => {
        assert.deepEqual(await ibans(), before)
        assert.equal(open((await loadSettings()).debtorIbanCiphertext), debtor)
        const found = await rows('SELECT 1 FROM bank_accounts WHERE iban_index = ?', [
          ibanIndex(before[0]!),
        ])
        assert.lengthOf(found, 1)
        const user = await row<{ secret: string }>(
          'SELECT totp_secret AS secret FROM users LIMIT 1'
        )
        assert.equal(openSecret(user!.secret), 'SECRET')
      })
      await assert.rejects(ibans, /la clé de l’installation a changé/)
    })
  })
})
