import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { runImport } from '#app/intake/run_import'
import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { importBankAnswer } from '#app/payments/bank/import_bank_answer'
import { reverseReceipt } from '#app/payments/receipts/reverse_receipt'
import { receivePart } from '#app/payments/receipts/receive_part'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { createDocumentPool, type DocumentPool } from '#app/statements/drawing/document_pool'
import { issueRun } from '#app/statements/issue/issue_run'
import { nextTargetDay } from '#app/payments/target_calendar'
import { parisDay } from '#app/shared/day'
import { row } from '#app/shared/rows'
import { importKind } from '#start/import_kinds'
import { atOnce } from '#tests/concurrency/at_once'
import { breaches, count } from '#tests/concurrency/counts'
import { untilSomebodyWaits } from '#tests/concurrency/until_somebody_waits'
import { stage } from '#tests/concurrency/stage'
import { accountFile, lotDebit, received } from '#tests/scenario/payments/bank'
import { runIn } from '#tests/support/run_in'
import type { World } from '#tests/support/world'

test.group('Vingt demandes à la fois', (group) => {
  const { world, inOwnCopy } = stage(group)

  test('vingt ouvertures : une seule campagne', ({ assert }) =>
    inOwnCopy(async () => {
      const preparedBy = world().people.finance.id
      const { until } = world()
      const { done, refused } = await atOnce(() =>
        createRun({ conventionCode: 'AMF-2021', until, preparedBy })
      )
      assert.lengthOf(done, 1)
      assert.deepEqual(refused, new Set(['CAMPAGNE_OUVERTE']))
      assert.equal(await count('runs'), 1)
    }))

  test('vingt calculs : les mêmes lignes, la même empreinte', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const run = await runIn(world(), 'draft')
      const { done, refused } = await atOnce(() => calculateRun(run.id, people.finance.id, at))
      assert.lengthOf(done, 20)
      assert.isEmpty(refused)
      const hashes = new Set(done.map((one) => one.run.contentHash!.toString('hex')))
      assert.equal(hashes.size, 1)
      assert.equal(await count('settlement_lines'), done[0]!.lines)
      assert.deepEqual(await breaches(), [])
    }))

  test('vingt soumissions : une seule', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const run = await runIn(world(), 'calculated')
      const { done, refused } = await atOnce(() => submitRun(run.id, people.finance.id, at))
      assert.lengthOf(done, 1)
      assert.deepEqual(refused, new Set(['ETAT_DE_LA_CAMPAGNE']))
      assert.equal(await count('events', "verb = 'run.submitted'"), 1)
    }))

  test('vingt approbations de la même personne : une seule compte', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const run = await runIn(world(), 'submitted')
      const { done, refused } = await atOnce(() => approveRun(run.id, people.approver.id, at))
      assert.lengthOf(done, 1)
      assert.deepEqual(refused, new Set(['ETAT_DE_LA_CAMPAGNE']))
      assert.equal(await count('run_approvals'), 1)
      assert.deepEqual(await breaches(), [])
    }))

  test('vingt émissions : chaque relevé une fois, sous un numéro sans trou', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const run = await runIn(world(), 'approved')
      const pool = createDocumentPool({ warm: true })
      const { done, refused } = await atOnce(() =>
        issueRun({ runId: run.id, actorId: people.finance.id, at, pool })
      )
      await pool.close()
      assert.isNotEmpty(done)
      assert.isEmpty(refused.difference(new Set(['ETAT_DE_LA_CAMPAGNE'])))
      const { statements } = done[0]!
      assert.equal(await count('statements'), statements)
      assert.equal(await count('journal_entries'), statements)
      assert.equal(await count('documents'), 2 * statements + 1)
      assert.equal(await count('events', "verb = 'run.issued'"), 1)
      assert.deepEqual(await breaches(), [])
    }))

  test('une émission qui ne peut rien dessiner, à côté d’une autre : aucun relevé ne reste sans documents', ({
    assert,
  }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const run = await runIn(world(), 'approved')
      const order = { runId: run.id, actorId: people.finance.id, at }
      await Promise.allSettled([issueRun({ ...order, pool: brokenPool() }), issueRun(order)])
      await issueRun(order)
      assert.equal(await count('documents'), 2 * (await count('statements')) + 1)
      assert.deepEqual(await breaches(), [])
    }))

  test('vingt ordres de virement : un seul fichier, chaque relevé payé une fois', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const run = await runIn(world(), 'issued')
      const { done, refused } = await atOnce(() =>
        createTransferOrder({
          runIds: [run.id],
          executionDate: nextTargetDay(parisDay(at)),
          actorId: people.finance.id,
          at,
        })
      )
      assert.lengthOf(done, 1)
      assert.deepEqual(refused, new Set(['DEJA_EN_PAIEMENT']))
      assert.equal(await count('transfer_orders'), 1)
      assert.equal(await count('transfers'), await count('statements', 'payable_cents > 0'))
      assert.deepEqual(await breaches(), [])
    }))

  test('vingt imports du même relevé de la banque : chaque virement exécuté une fois', ({
    assert,
  }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const run = await runIn(world(), 'issued')
      const { id, totalCents } = granted(
        await createTransferOrder({
          runIds: [run.id],
          executionDate: nextTargetDay(parisDay(at)),
          actorId: people.finance.id,
          at,
        })
      )
      const day = parisDay(at)
      const bytes = accountFile(day, lotDebit(day, await received(id), totalCents))
      const { done, refused } = await atOnce(() =>
        importBankAnswer({ bytes, fileName: 'releve.xml', actorId: people.finance.id, at })
      )
      assert.isEmpty(refused)
      assert.lengthOf(
        done.filter(({ alreadyImported }) => !alreadyImported),
        1
      )
      assert.equal(await count('bank_files'), 1)
      assert.equal(await count('transfers', "state = 'executed'"), await count('transfers'))
      assert.equal(
        await count('journal_entries', "kind = 'transfer_execution'"),
        await count('transfers')
      )
      assert.equal(await count('runs', "state = 'paid'"), 1)
      assert.deepEqual(await breaches(), [])
    }))

  test('vingt réceptions de la même ligne de la banque : un seul versement', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const line = await aCredit(world())
      const { done, refused } = await atOnce(() => receivePart(people.finance.id, line, at))
      assert.lengthOf(done, 1)
      assert.deepEqual(refused, new Set(['SUSPENS_RESOLU']))
      assert.equal(await count('funder_receipts', 'amount_cents = 4321'), 1)
      assert.equal(await count('receipt_matches'), 1)
      assert.deepEqual(await breaches(), [])
    }))

  test('vingt contre-passations d’un versement : une seule', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const { id } = people.finance
      const { receiptId } = granted(await receivePart(id, await aCredit(world()), at))
      const reversal = { receiptId, reason: 'Une erreur (fictif).', confirmed: true }
      const { done, refused } = await atOnce(() => reverseReceipt(id, reversal, at))
      assert.lengthOf(done, 1)
      assert.deepEqual(refused, new Set(['VERSEMENT_CONTREPASSE']))
      assert.equal(await count('receipt_matches', 'released_at IS NOT NULL'), 1)
      assert.equal(await count('bank_items', 'resolution IS NULL'), 1)
      assert.equal(await count('events', "verb = 'receipt.reversed'"), 1)
      assert.deepEqual(await breaches(), [])
    }))

  test('une réception attend la réponse de la banque qui se lit', ({ assert }) =>
    inOwnCopy(async () => {
      const { people, at } = world()
      const line = await aCredit(world())
      const reading = await db.transaction()
      await lockBankAnswers(reading)
      const reception = receivePart(people.finance.id, line, at)
      await untilSomebodyWaits(reception)
      assert.equal(await count('receipt_matches'), 0)
      await reading.rollback()
      granted(await reception)
      assert.equal(await count('receipt_matches'), 1)
    }))

  test('vingt dépôts du même fichier : un seul import', ({ assert }) =>
    inOwnCopy(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'reversement-import-'))
      const path = join(folder, 'saisines.csv')
      await writeFile(path, SAISINES)
      const kind = await importKind('saisines')
      const { people, at } = world()
      const { done, refused } = await atOnce(() =>
        runImport(kind, path, { actorId: people.coordinator.id, at })
      )
      await rm(folder, { recursive: true })
      assert.lengthOf(done, 20)
      assert.isEmpty(refused)
      assert.lengthOf(
        done.filter(({ alreadyImported }) => !alreadyImported),
        1
      )
      assert.equal(new Set(done.map(({ importId }) => importId)).size, 1)
      assert.equal(await count('saisines', "reference LIKE 'ENSEMBLE-%'"), 2)
    }))
})

/** A credit that no order explains, and the envelope that it serves. */
async function aCredit({ people, at }: World): Promise<{ partId: number; envelopeId: number }> {
  const day = parisDay(at)
  const bytes = accountFile(day, { on: day, amount: 4321, reference: 'B-1' })
  granted(await importBankAnswer({ bytes, fileName: 'releve.xml', actorId: people.finance.id, at }))
  const found = await row<{ partId: number; envelopeId: number }>(
    `SELECT (SELECT max(id) FROM bank_parts) AS "partId", (SELECT min(id) FROM envelopes) AS "envelopeId"`
  )
  return found!
}

/** Threads that die on every document. */
function brokenPool(): DocumentPool {
  const die = () => Promise.reject(new Error('The thread died'))
  return { render: die, renderRun: die, close: () => Promise.resolve() }
}

const SAISINES = `reference;convention;association;date_saisine;canal;departement;beneficiaire;mandat;nature_faits;evenement
ENSEMBLE-1;AMF-2021;AV01;04/05/2026;plateforme;01;élu;maire;harcelement;
ENSEMBLE-2;AMF-2021;AV02;05/05/2026;plateforme;02;élu;adjoint;menaces_injures;
`
