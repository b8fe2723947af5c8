import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { checkLedger, INVARIANTS, type CheckedInvariant } from '#app/ledger/checks/check_ledger'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'
import { AUTHORITY_BREACHES } from '#tests/database/ledger/authority_breaches'
import { BANK_BREACHES } from '#tests/database/ledger/bank_breaches'
import { BOOK_BREACHES } from '#tests/database/ledger/book_breaches'
import { JOURNAL_BREACHES } from '#tests/database/ledger/journal_breaches'
import { LINE_BREACHES } from '#tests/database/ledger/line_breaches'
import { PAYMENT_BREACHES } from '#tests/database/ledger/payment_breaches'
import { PURGE_BREACHES } from '#tests/database/ledger/purge_breaches'
import { STATEMENT_BREACHES } from '#tests/database/ledger/statement_breaches'
import { orderFile, sha256 } from '#tests/database/ledger/order_file'
import { validWorld } from '#tests/database/ledger/world'

const BREACHES = [
  ...LINE_BREACHES,
  ...STATEMENT_BREACHES,
  ...AUTHORITY_BREACHES,
  ...JOURNAL_BREACHES,
  ...BOOK_BREACHES,
  ...PAYMENT_BREACHES,
  ...BANK_BREACHES,
  ...PURGE_BREACHES,
]

/** Checks a valid world after a deed that no trigger and no foreign key saw. */
async function checksAfter(deed: (trx: Trx) => Promise<unknown>): Promise<CheckedInvariant[]> {
  return db.transaction(async (trx) => {
    await validWorld(trx)
    await rows('SET LOCAL session_replication_role = replica', [], trx)
    await deed(trx)
    await rows('SET LOCAL session_replication_role = origin', [], trx)
    return checkLedger(trx)
  })
}

function examplesOf(checks: CheckedInvariant[], code: string): string[] {
  return checks
    .find((check) => check.code === code)!
    .examples.map((example) => example.replace(/[\u00a0\u202f]/g, ' '))
}

test.group('Vérification des comptes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    drive.fake()
    return () => drive.restore()
  })

  test('un monde en règle passe toutes les vérifications, et chacune y regarde quelque chose', async ({
    assert,
  }) => {
    const checks = await checksAfter(async () => {})
    assert.deepEqual(
      checks.filter(({ breaches, checked }) => breaches > 0 || checked === 0),
      []
    )
  })

  test('une base vide passe toutes les vérifications', async ({ assert }) => {
    const checks = await db.transaction(checkLedger)
    assert.deepEqual(
      checks.filter(({ breaches }) => breaches > 0),
      []
    )
  })

  test('chaque invariant a au moins un écart qui le fait échouer', ({ assert }) => {
    const broken = new Set(BREACHES.map(([, code]) => code))
    assert.deepEqual(
      INVARIANTS.filter(({ code }) => !broken.has(code)),
      []
    )
  })

  test('chaque déclencheur du schéma est surveillé', async ({ assert }) => {
    const { TRIGGERS } = await import('#app/ledger/invariants/protection_names')
    const triggers = await rows<{ tgname: string }>(
      'SELECT tgname FROM pg_trigger WHERE NOT tgisinternal'
    )
    assert.sameMembers(
      triggers.map(({ tgname }) => tgname),
      [...TRIGGERS]
    )
  })

  for (const [title, code, sql, says] of BREACHES) {
    test(title, async ({ assert }) => {
      const checks = await checksAfter((trx) => rows(sql, [], trx))
      assert.include(examplesOf(checks, code), says)
    })
  }

  test('relever les seuils d’approbation ne met pas en faute les campagnes d’avant', async ({
    assert,
  }) => {
    const checks = await checksAfter((trx) =>
      rows(
        `INSERT INTO events (verb, subject_type, subject_id, after)
           SELECT 'run.approved', 'run', id, '{"given": 2, "needed": 2}' FROM runs;
         UPDATE settings SET approval_bands = '[{"fromCents": 0, "approvals": 3}]'`,
        [],
        trx
      )
    )
    assert.isEmpty(examplesOf(checks, 'APPROBATIONS'))
  })

  test('les cinq premiers écarts sont montrés, et tous sont comptés', async ({ assert }) => {
    const checks = await checksAfter((trx) => rows('DELETE FROM documents', [], trx))
    const documents = checks.find(({ code }) => code === 'DOCUMENTS')!
    assert.equal(documents.breaches, 8)
    assert.lengthOf(documents.examples, 5)
  })

  test('un document absent de l’archive est un écart', async ({ assert }) => {
    const checks = await checksAfter(() => drive.use().delete('REL-2026-000001.statement_pdf'))
    assert.deepEqual(examplesOf(checks, 'EMPREINTES'), [
      'REL-2026-000001.statement_pdf : fichier absent de l’archive',
    ])
  })

  test('un octet changé dans un document archivé est un écart', async ({ assert }) => {
    const key = 'REL-2026-000001.statement_pdf'
    const checks = await checksAfter(() => drive.use().put(key, key.replace('R', 'r')))
    assert.deepEqual(examplesOf(checks, 'EMPREINTES'), [
      'REL-2026-000001.statement_pdf : l’empreinte du fichier n’est pas celle enregistrée',
    ])
  })

  test('un fichier de virement absent est un écart', async ({ assert }) => {
    const checks = await checksAfter(() => drive.use().delete('VIR-2.xml'))
    assert.deepEqual(examplesOf(checks, 'FICHIERS_DE_VIREMENT'), [
      'ordre VIR-2 : fichier absent de l’archive',
    ])
  })

  const SENT = [
    [2, 2, 4500, 'REL-2026-000002-2'],
    [4, 1, 2000, 'REL-2026-000004'],
  ] as Parameters<typeof orderFile>[0]
  const FILES: [title: string, file: string, says: string[]][] = [
    ['un fichier de virement illisible', '<Document/>', ['ordre VIR-2 : fichier illisible']],
    [
      'une somme de contrôle fausse dans le fichier',
      orderFile(SENT).replace('<CtrlSum>65.00</CtrlSum><CdtTrf', '<CtrlSum>65.01</CtrlSum><CdtTrf'),
      ['ordre VIR-2 : le fichier n’annonce pas 2 × 65.00'],
    ],
    [
      'un montant changé dans le fichier, à somme égale',
      orderFile(SENT).replace('>45.00<', '>44.00<').replace('>20.00<', '>21.00<'),
      [
        'ordre VIR-2 : le virement REL-2026-000002-2 y porte un autre montant',
        'ordre VIR-2 : le virement REL-2026-000004 y porte un autre montant',
      ],
    ],
    [
      'une autre monnaie dans le fichier',
      orderFile(SENT).replace('Ccy="EUR">45', 'Ccy="USD">45'),
      ['ordre VIR-2 : le virement REL-2026-000002-2 y porte un autre montant'],
    ],
    [
      'un virement absent du fichier',
      orderFile(SENT).replace('REL-2026-000004', 'AUTRE'),
      ['ordre VIR-2 : le virement REL-2026-000004 n’est pas dans le fichier'],
    ],
    [
      'un virement de trop dans le fichier',
      orderFile(SENT).replace(
        '</PmtInf>',
        orderFile(SENT).match(/<CdtTrfTxInf>.*?<\/CdtTrfTxInf>/)![0] + '</PmtInf>'
      ),
      ['ordre VIR-2 : 3 virements dans le fichier'],
    ],
  ]
  for (const [title, file, says] of FILES) {
    test(`${title} est un écart, même avec son empreinte`, async ({ assert }) => {
      const checks = await checksAfter(async (trx) => {
        await drive.use().put('VIR-2.xml', file)
        await rows(
          'UPDATE transfer_orders SET sha256 = ? WHERE id = 2',
          [sha256(Buffer.from(file))],
          trx
        )
      })
      assert.deepEqual(examplesOf(checks, 'FICHIERS_DE_VIREMENT'), says)
    })
  }
})
