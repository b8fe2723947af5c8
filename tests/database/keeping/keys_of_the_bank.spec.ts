import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { rotateKeys } from '#app/keeping/keys/rotate_keys'
import { restoreBackup } from '#app/keeping/backup/restore_backup'
import { writeBackup } from '#app/keeping/backup/write_backup'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { ibanIndex, open } from '#app/network/bank_accounts/iban_vault'
import { bankAccountKey } from '#app/payments/answers/bank_account_key'
import { importBankAnswer } from '#app/payments/bank/import_bank_answer'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { row, rows } from '#app/shared/rows'
import { inScratchFolder } from '#app/shared/scratch_folder'
import type { Refused } from '#app/shared/result'
import { appKey } from '#start/env'
import { NEW_KEY, withKeys } from '#tests/database/keeping/with_keys'
import { camt } from '#tests/support/bank_files/camt'
import { pain002 } from '#tests/support/bank_files/pain002'
import { runIn } from '#tests/support/run_in'
import { createTestDatabase, inDatabase, type TestDatabase } from '#tests/support/test_database'
import { aWorld, type World } from '#tests/support/world'

const OF_NOBODY = 'FR7630006000011234567890189'
const { debtorIban } = DEMO_SETTINGS

/** One line that a known account paid, and one of an account that nobody knows. */
const account = (id: string, iban: string) =>
  camt({
    id,
    iban: debtorIban,
    opening: 10_000_000,
    entries: [
      { amount: 4321, reference: 'CREDIT-1', details: [{ iban, name: 'Association' }] },
      { amount: 1234, reference: 'CREDIT-2', details: [{ iban: OF_NOBODY, name: 'Inconnu' }] },
    ],
  })

/** Which trace of the bank is of which account, as look-ups find it. */
const found = () =>
  rows(`SELECT 'part' AS what, p.id, b.id AS account FROM bank_parts p JOIN bank_accounts b ON b.iban_index = counterparty_index
    UNION ALL SELECT 'status', s.id, b.id FROM bank_statuses s JOIN bank_accounts b USING (iban_index) ORDER BY 1, 2, 3`)

const SEALED = [
  'SELECT id, iban_ciphertext, iban_index FROM bank_accounts ORDER BY id',
  'SELECT debtor_iban_ciphertext FROM settings',
  'SELECT id, account_index FROM bank_movements ORDER BY id',
  'SELECT id, counterparty_index FROM bank_parts ORDER BY id',
  'SELECT id, iban_index FROM bank_statuses ORDER BY id',
  'SELECT id FROM openings',
]
const sealed = () => Promise.all(SEALED.map((sql) => rows(sql)))

test.group('Changement de clé, avec ce que la banque a dit', (group) => {
  let template: TestDatabase
  let world: World
  let iban: string
  let copies = 0

  group.setup(async () => {
    template = await createTestDatabase('bank_keys')
    await inScratchFolder(() =>
      inDatabase(template, async () => {
        world = await aWorld({ associations: 2, saisines: 12 })
        const run = await runIn(world, 'issued')
        const actorId = world.people.finance.id
        granted(
          await createTransferOrder({
            runIds: [run.id],
            executionDate: '2026-12-10',
            actorId,
            at: world.at,
          })
        )
        const { ciphertext } = (await row<{ ciphertext: string }>(
          'SELECT iban_ciphertext AS ciphertext FROM bank_accounts ORDER BY id LIMIT 1'
        ))!
        iban = open(ciphertext)
        const check = pain002({ lines: [{ status: 'RCVC', iban, name: 'Association' }] })
        for (const [fileName, bytes] of [
          ['controle.xml', check],
          ['releve.xml', account('CPT-1', iban)],
        ] as const) {
          granted(await importBankAnswer({ bytes, fileName, actorId, at: world.at }))
        }
      })
    )
    return () => template.drop()
  })

  async function inCopy(play: () => Promise<void>): Promise<void> {
    const copy = await createTestDatabase(`bank_keys_${++copies}`, template)
    try {
      await inScratchFolder(() => inDatabase(copy, play))
    } finally {
      await copy.drop()
    }
  }

  const rotate = () =>
    withKeys([NEW_KEY, appKey], async () => granted(await rotateKeys(world.people.admin.id)))

  test('chaque trace retrouve son compte, par la nouvelle clé et par elle seule', async ({
    assert,
  }) => {
    await inCopy(async () => {
      const before = await found()
      assert.deepEqual(
        before.map((one) => (one as { what: string }).what),
        ['part', 'status']
      )
      const { counts } = await rotate()
      // The part and the status of the known account, and the two movements on the federation’s own.
      assert.equal(counts.bankTraces, 4)
      assert.deepEqual(await found(), before)
      const movements = 'SELECT FROM bank_movements WHERE account_index = ?'
      const own = () => ibanIndex(bankAccountKey({ iban: debtorIban }))
      await withKeys([NEW_KEY], async () => {
        assert.lengthOf(await rows(movements, [own()]), 2)
        assert.lengthOf(
          await rows('SELECT FROM bank_parts WHERE counterparty_index = ?', [ibanIndex(iban)]),
          1
        )
      })
      // The former key finds nothing and opens nothing.
      assert.isEmpty(await rows(movements, [own()]))
      assert.isEmpty(
        await rows('SELECT FROM bank_accounts WHERE iban_index = ?', [ibanIndex(iban)])
      )
      const { ciphertext } = (await row<{ ciphertext: string }>(
        'SELECT debtor_iban_ciphertext AS ciphertext FROM settings'
      ))!
      assert.throws(() => open(ciphertext), /la clé de l’installation a changé/)
    })
  })

  test('une ligne de la banque redite par un autre relevé reste connue après le changement', async ({
    assert,
  }) => {
    await inCopy(async () => {
      await rotate()
      await withKeys([NEW_KEY], async () => {
        granted(
          await importBankAnswer({
            bytes: account('CPT-2', iban),
            fileName: 'releve-2.xml',
            actorId: world.people.finance.id,
            at: world.at,
          })
        )
      })
      assert.lengthOf(await rows('SELECT FROM bank_movements'), 2)
      const file = await row('SELECT known FROM bank_files ORDER BY id DESC LIMIT 1')
      assert.deepEqual(file, { known: 2 })
    })
  })

  test('interrompu au milieu, le changement ne laisse rien, et se reprend', async ({ assert }) => {
    await inCopy(async () => {
      const before = await sealed()
      await rows(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'coupure'; END $$`)
      await rows(`CREATE TRIGGER fail BEFORE UPDATE ON bank_parts EXECUTE FUNCTION fail()`)
      await assert.rejects(rotate, /coupure/)
      assert.deepEqual(await sealed(), before)
      await rows('DROP TRIGGER fail ON bank_parts')
      const { counts } = await rotate()
      assert.equal(counts.bankTraces, 4)
      const again = await withKeys([NEW_KEY], async () =>
        granted(await rotateKeys(world.people.admin.id))
      )
      assert.equal(again.counts.bankTraces, 0)
    })
  })

  test('les comptes restent entiers, et une sauvegarde d’avant se reprend avec sa clé, puis la nouvelle', async ({
    assert,
  }) => {
    await inScratchFolder(async (folder) => {
      const path = join(folder, 'avant.reversement')
      await inCopy(async () => {
        granted(await writeBackup(path))
        const before = await db.transaction(checkLedger)
        await rotate()
        assert.deepEqual(await db.transaction(checkLedger), before)
      })
      const target = await createTestDatabase('bank_keys_restored')
      try {
        await inScratchFolder(() =>
          inDatabase(target, async () => {
            const refused = await withKeys([NEW_KEY], () => restoreBackup({ path }))
            assert.equal((refused as Refused).refused[0]!.code, 'AUTRE_CLE')
            await withKeys([NEW_KEY, appKey], async () => {
              assert.isTrue(granted(await restoreBackup({ path })).sameKey)
              granted(await rotateKeys(world.people.admin.id))
            })
            await withKeys([NEW_KEY], async () => {
              const one = (await row<{ ciphertext: string }>(
                'SELECT iban_ciphertext AS ciphertext FROM bank_accounts ORDER BY id LIMIT 1'
              ))!
              assert.equal(open(one.ciphertext), iban)
            })
          })
        )
      } finally {
        await target.drop()
      }
    })
  })
})
