import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { readFigures } from '#app/keeping/backup/read_figures'
import { hold } from '#app/keeping/privacy/hold'
import { liftHold } from '#app/keeping/privacy/lift_hold'
import { purge } from '#app/keeping/privacy/purge'
import { rehearsePurge } from '#app/keeping/privacy/rehearse_purge'
import { removeOldLetters } from '#app/keeping/privacy/remove_old_letters'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { row, rows } from '#app/shared/rows'
import type { Refused } from '#app/shared/result'
import { agedQuarter, LATER } from '#tests/database/keeping/aged_quarter'
import { readBooks } from '#tests/support/books'

const codeOf = (refused: object) => (refused as Refused).refused[0]?.code

/** What the purge must leave to the cent and to the byte. */
const LASTING = [
  'statements',
  'entries',
  'postings',
  'documents',
  'transfers',
  'lines',
  'counters',
  'files',
]

async function lasting(archive: string): Promise<object> {
  const books = await readBooks(archive)
  return Object.fromEntries(LASTING.map((name) => [name, books[name]]))
}

const detail = () =>
  rows(`SELECT id, reference, facts, mandate, opened_on FROM saisines ORDER BY id`)

test.group('Purge à l’échéance', (group) => {
  const { archive, inCopy, admin } = agedQuarter(group)

  test('rien n’est purgé sans essai, ni si ce qu’il annonçait a changé', async ({ assert }) => {
    await inCopy(async () => {
      const before = await detail()
      assert.equal(codeOf(await purge('0'.repeat(64), await admin(), LATER)), 'PURGE_SANS_ESSAI')
      const { digest, counts } = await rehearsePurge(await admin(), LATER)
      assert.isAbove(counts.saisines!, 0)
      assert.deepEqual(await detail(), before)
      const code = (await row<{ code: string }>(
        `SELECT reference AS code FROM saisines WHERE id IN (SELECT saisine_id FROM settlement_lines) LIMIT 1`
      ))!.code
      granted(await hold({ what: code, reason: 'Contentieux', actorId: await admin() }))
      assert.equal(codeOf(await purge(digest, await admin(), LATER)), 'PURGE_CHANGEE')
      assert.deepEqual(await detail(), before)
      const early = await rehearsePurge(await admin(), new Date('2027-01-01T10:00:00Z'))
      assert.notProperty(early.counts, 'held.hold')
      assert.equal(early.counts.saisines, 0)
    })
  })

  test('le détail part, les montants, les écritures et les documents restent', async ({
    assert,
  }) => {
    await inCopy(async () => {
      const before = await lasting(archive())
      const figures = await db.transaction(readFigures)
      const references = await rows<{ reference: string }>('SELECT reference FROM saisines')
      const { digest, counts } = await rehearsePurge(await admin(), LATER)
      const purged = granted(await purge(digest, await admin(), LATER))
      assert.equal(purged.counts.saisines, counts.saisines)
      assert.equal(purged.counts.forms, counts.forms)
      assert.deepEqual(await lasting(archive()), before)
      assert.deepEqual(await db.transaction(readFigures), figures)
      const left = await rows<{ reference: string }>(
        `SELECT reference FROM saisines WHERE anonymised_at IS NOT NULL`
      )
      assert.lengthOf(left, counts.saisines!)
      const known = new Set(references.map(({ reference }) => reference))
      assert.isTrue(
        left.every(({ reference }) => /^ANO-[0-9a-f]{24}$/.test(reference) && !known.has(reference))
      )
      assert.isEmpty(
        await rows(
          `SELECT 1 FROM return_forms WHERE anonymised_at IS NOT NULL AND note IS NOT NULL`
        )
      )
      assert.isEmpty(
        await rows(`SELECT 1 FROM events e JOIN saisines s ON s.id = subject_id AND s.anonymised_at IS NOT NULL
          WHERE subject_type = 'saisine' AND after IS NOT NULL`)
      )
      const checks = await db.transaction(checkLedger)
      assert.isEmpty(checks.filter(({ breaches }) => breaches > 0))
      // The register says how many, and nothing else.
      const said = await rows<{ what: string; count: number }>(
        `SELECT what, count FROM opening_counts WHERE opening_id = ? AND count > 0`,
        [purged.openingId]
      )
      assert.deepEqual(
        Object.fromEntries(said.map(({ what, count }) => [what, count])),
        Object.fromEntries(Object.entries(purged.counts).filter(([, count]) => count > 0))
      )
      assert.equal(codeOf(await purge(digest, await admin(), LATER)), 'PURGE_SANS_ESSAI')
      const again = await rehearsePurge(await admin(), LATER)
      assert.deepEqual([again.counts.saisines, again.counts.forms], [0, 0])
    })
  })

  test('un rapprochement ne touche plus aux saisines anonymisées, et ne propose rien', async ({
    assert,
  }) => {
    await inCopy(async () => {
      const outcomes = () =>
        rows(`SELECT o.form_id, o.outcome FROM form_outcomes o JOIN return_forms f ON f.id = o.form_id
          WHERE f.anonymised_at IS NOT NULL ORDER BY 1`)
      const { digest } = await rehearsePurge(await admin(), LATER)
      granted(await purge(digest, await admin(), LATER))
      const before = await outcomes()
      assert.isNotEmpty(before)
      await reconcileConvention('AMF-2021', LATER)
      assert.deepEqual(await outcomes(), before)
      assert.isEmpty(await rows('SELECT 1 FROM proposed_corrections'))
      assert.isEmpty(
        await rows(
          `SELECT 1 FROM findings JOIN saisines s ON s.id = saisine_id WHERE s.anonymised_at IS NOT NULL`
        )
      )
    })
  })

  test('une conservation légale tient, par saisine et par convention, jusqu’à ce qu’elle soit levée', async ({
    assert,
  }) => {
    await inCopy(async () => {
      const one = (await row<{ id: number; reference: string }>(
        `SELECT id, reference FROM saisines WHERE id IN (SELECT saisine_id FROM settlement_lines) LIMIT 1`
      ))!
      const actorId = await admin()
      const { id } = granted(await hold({ what: one.reference, reason: 'Contentieux', actorId }))
      assert.equal(
        codeOf(await hold({ what: one.reference, reason: 'Encore', actorId })),
        'DEJA_CONSERVEE'
      )
      assert.equal(codeOf(await hold({ what: 'X', reason: 'Rien', actorId })), 'INCONNUE')
      granted(await hold({ what: 'MIN-2023', reason: 'Contrôle', actorId }))
      const rehearsal = await rehearsePurge(actorId, LATER)
      assert.isAbove(rehearsal.counts['held.hold']!, 1)
      granted(await purge(rehearsal.digest, actorId, LATER))
      const held = await rows(
        `SELECT 1 FROM saisines WHERE anonymised_at IS NOT NULL AND (id = ? OR convention_id =
          (SELECT id FROM conventions WHERE code = 'MIN-2023'))`,
        [one.id]
      )
      assert.isEmpty(held)
      granted(await liftHold(id, actorId))
      assert.equal(codeOf(await liftHold(id, actorId)), 'DEJA_LEVEE')
      const after = await rehearsePurge(actorId, LATER)
      assert.equal(after.counts.saisines, 1)
    })
  })

  test('une fiche suit la saisine à laquelle elle est rattachée, pas celle dont elle porte le numéro', async ({
    assert,
  }) => {
    await inCopy(async () => {
      const [held, due] = await rows<{ id: number; reference: string }>(
        `SELECT s.id, s.reference FROM saisines s JOIN form_outcomes o ON o.saisine_id = s.id
         WHERE o.outcome = 'RETENUE' AND s.convention_id = (SELECT id FROM conventions WHERE code = 'AMF-2021')
         ORDER BY s.id LIMIT 2`
      )
      await rows(
        `UPDATE form_outcomes SET saisine_id = ?, outcome = 'DOUBLON' WHERE saisine_id = ? AND outcome = 'RETENUE'`,
        [held!.id, due!.id]
      )
      const linked = () =>
        rows(
          `SELECT f.id FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
           WHERE o.saisine_id = ? AND f.anonymised_at IS NOT NULL`,
          [held!.id]
        )
      const actorId = await admin()
      granted(await hold({ what: held!.reference, reason: 'Contentieux', actorId }))
      granted(await purge((await rehearsePurge(actorId, LATER)).digest, actorId, LATER))
      assert.isEmpty(await linked())
      const { id } = (await row<{ id: number }>('SELECT id FROM legal_holds'))!
      granted(await liftHold(id, actorId))
      granted(await purge((await rehearsePurge(actorId, LATER)).digest, actorId, LATER))
      assert.lengthOf(await linked(), 2)
    })
  })

  test('sans la porte de la purge, la base refuse d’anonymiser et de réécrire', async ({
    assert,
  }) => {
    await inCopy(async () => {
      const refusals = [
        `UPDATE return_forms SET note = NULL`,
        `UPDATE events SET after = NULL`,
        `UPDATE saisines SET anonymised_at = now(), reference = 'ANO-' || id, mandate = 'non_precise', facts = NULL,
          collective_event = NULL, import_row = NULL, opened_on = date_trunc('quarter', opened_on::timestamp)`,
        `UPDATE openings SET purpose = 'purge'`,
        `DELETE FROM opening_counts`,
      ]
      const { digest } = await rehearsePurge(await admin(), LATER)
      granted(await purge(digest, await admin(), LATER))
      for (const sql of refusals)
        await assert.rejects(() => rows(sql), /ne se modifi|n’s’|ne s’anonymise|anonymisée/)
    })
  })

  test('ce que le temps seul efface\u00a0: courriels, accès, réponses gardées, fichiers du courrier', async ({
    assert,
  }) => {
    await inCopy(async () => {
      await rows(`INSERT INTO mails (kind, recipient, subject, text_body, state, sent_at, created_at, queued_at) VALUES
        ('reminder', 'a@example.org', 'S-AAAAA', 'Texte', 'sent', '2026-01-01', '2026-01-01', '2026-01-01')`)
      await rows(
        `INSERT INTO access_log (at, verb) VALUES ('2026-01-01', 'sign_in'), ('2029-02-01', 'sign_in')`
      )
      const { digest } = await rehearsePurge(await admin(), LATER)
      const { counts } = granted(await purge(digest, await admin(), LATER))
      assert.equal(counts.accessLog, 1)
      const mail = await row<{ subject: string; text: string }>(
        `SELECT subject, text_body AS text FROM mails WHERE recipient = 'a@example.org'`
      )
      assert.deepEqual(mail, { subject: 'Courriel purgé', text: '' })
      assert.lengthOf(await rows(`SELECT 1 FROM access_log`), 1)
    })
    const folder = await mkdtemp(join(tmpdir(), 'reversement-letters-'))
    const { writeFile } = await import('node:fs/promises')
    await writeFile(join(folder, 'a.eml'), 'x')
    assert.equal(await removeOldLetters(new Date(), folder), 0)
    assert.equal(await removeOldLetters(new Date(Date.now() + 366 * 86_400_000), folder), 1)
    await rm(folder, { recursive: true })
  })
})
