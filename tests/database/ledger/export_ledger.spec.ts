import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { exportLedger, type Exported } from '#app/ledger/export/export_ledger'
import type { JournalSpan } from '#app/ledger/read_journal'
import { isRefused, type Reason, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { validWorld } from '#tests/database/ledger/world'

function reasonsOf(result: Exported | Refused): Reason[] {
  return isRefused(result) ? result.refused : []
}

test.group('Fichier des écritures de la base', (group) => {
  let folder = ''
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    drive.fake()
    folder = await mkdtemp(join(tmpdir(), 'ecritures-'))
    await db.transaction(validWorld)
    return async () => {
      drive.restore()
      await rm(folder, { recursive: true })
    }
  })

  const exported = (span: JournalSpan = {}, file = 'ecritures.txt') =>
    db.transaction((trx) => exportLedger(trx, { file: join(folder, file), separator: '|', span }))

  const behindTheBack = (sql: string) =>
    db.transaction((trx) =>
      rows(
        `SET LOCAL session_replication_role = replica; ${sql}; SET LOCAL session_replication_role = origin`,
        [],
        trx
      )
    )

  test('toutes les écritures sont dans le fichier, en ISO 8859-15', async ({ assert }) => {
    const file = join(folder, 'ecritures.txt')
    assert.deepEqual(await exported(), { file, entries: 8, lines: 16 })
    const text = await readFile(file, 'latin1')
    const lines = text.split('\r\n')
    assert.lengthOf(lines, 18)
    assert.equal(
      lines[1],
      'REV|Reversements|1|20260410|6571|Aides|||REL-2026-000001|20260410|Relev\xe9 REL-2026-000001|300,00|0,00|||20261021||'
    )
    assert.equal(
      lines[6],
      'REV|Reversements|3|20260710|4671|Associations|AV01|Alpha|REL-2026-000003|20260710|Relev\xe9 REL-2026-000003|50,00|0,00|||||'
    )
    // Lettered with its transfer, and validated when its period was closed.
    assert.match(lines[2]!, /\|0,00\|300,00\|AA\|20261013\|20261021\|\|$/)
    // An instalment of April that is known after the first half of the year is closed.
    assert.equal(
      lines[15],
      'BQ|Banque|8|20260701|512|Banque|||VRST-1|20260402|Versement ESSAI-2026|500,00|0,00|||||'
    )
    assert.deepEqual(await readdir(folder), ['ecritures.txt'])
  })

  test('une période prend son premier et son dernier jour', async ({ assert }) => {
    const result = await exported({ from: '2026-07-10', until: '2026-10-09' })
    assert.include(result, { entries: 2, lines: 4 })
    assert.include(await exported({ from: '2026-07-11', until: '2026-10-09' }), { entries: 1 })
    assert.include(await exported({ from: '2026-07-10', until: '2026-10-08' }), { entries: 1 })
  })

  test('un fait tardif se passe entre deux autres : les numéros d’une période montent sans se suivre', async ({
    assert,
  }) => {
    const result = await exported({ from: '2026-07-01', until: '2026-09-30' })
    assert.include(result, { entries: 2, lines: 4 })
  })

  test('une période sans écriture est refusée, et rien n’est écrit', async ({ assert }) => {
    const result = await exported({ from: '2027-01-01' })
    assert.equal(reasonsOf(result)[0]?.code, 'AUCUNE_ECRITURE')
    assert.deepEqual(await readdir(folder), [])
  })

  test('une lettre impossible est refusée avec son écriture, et l’ancien fichier reste', async ({
    assert,
  }) => {
    await exported()
    const before = await readFile(join(folder, 'ecritures.txt'))
    await behindTheBack(`UPDATE journal_entries SET label = 'Łódź' WHERE id = 2`)
    const result = await exported()
    const [reason] = reasonsOf(result)
    assert.equal(reason!.code, 'CARACTERE_IMPOSSIBLE')
    assert.equal(
      reason!.message,
      'L’écriture 2 contient «\u00a0Ł\u00a0» (U+0141), que ce format ne peut pas écrire.'
    )
    assert.deepEqual(await readFile(join(folder, 'ecritures.txt')), before)
    assert.deepEqual(await readdir(folder), ['ecritures.txt'])
  })

  test('un journal abîmé ne donne pas de fichier', async ({ assert }) => {
    await behindTheBack('DELETE FROM journal_postings WHERE entry_id = 2')
    const result = await exported()
    assert.equal(reasonsOf(result)[0]?.code, 'NUMERO')
    assert.deepEqual(await readdir(folder), [])
  })

  test('un dossier qui n’existe pas est refusé', async ({ assert }) => {
    const result = await exported({}, 'absent/ecritures.txt')
    assert.equal(reasonsOf(result)[0]?.code, 'DOSSIER_FERME')
  })
})
