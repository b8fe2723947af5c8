import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import PrivacyHold from '#app/keeping/privacy/privacy_hold_command'
import PrivacyHolds from '#app/keeping/privacy/privacy_holds_command'
import PrivacyLift from '#app/keeping/privacy/privacy_lift_command'
import PrivacyRetention from '#app/keeping/privacy/privacy_retention_command'
import { hold } from '#app/keeping/privacy/hold'
import { granted } from '#app/demo/granted'
import type { Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { agedQuarter } from '#tests/database/keeping/aged_quarter'

const ANONYMISE = `UPDATE return_forms SET reference = 'ANO-' || id, first_contact_on = NULL, last_act_on = NULL,
  memo_de_vie = NULL, note = NULL, import_row = NULL, anonymised_at = now(),
  received_on = date_trunc('quarter', received_on::timestamp) WHERE id = ?`

const COMMANDS = {
  hold: PrivacyHold,
  lift: PrivacyLift,
  holds: PrivacyHolds,
  retention: PrivacyRetention,
}

/** What a command of that name says, its spaces made plain, or the code of its refusal. */
async function said(name: keyof typeof COMMANDS, ...words: string[]): Promise<string> {
  const command = await ace.create(COMMANDS[name] as typeof PrivacyHold, words)
  const result = await command.perform()
  if ('refused' in result) return (result as Refused).refused[0]!.code
  return result.lines.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ')
}

test.group('Conservations légales', (group) => {
  const { inCopy, admin } = agedQuarter(group)

  /** As a purge that looked at nothing would: through the door, in the database itself. */
  async function anonymise(formId: number): Promise<void> {
    const actorId = await admin()
    await db.transaction(async (trx) => {
      await rows(
        `WITH tried AS (INSERT INTO purge_rehearsals (purpose, today, digest, counts, rehearsed_by)
           VALUES ('purge', '2029-03-01', decode(repeat('00', 32), 'hex'), '{}', ?) RETURNING id)
         INSERT INTO openings (purpose, rehearsal_id, opened_by) SELECT 'purge', id, ? FROM tried`,
        [actorId, actorId],
        trx
      )
      await rows(ANONYMISE, [formId], trx)
    })
  }

  const asRole = async (role: string) =>
    `--as=${(await row<{ email: string }>('SELECT email FROM users WHERE role = ? LIMIT 1', [role]))!.email}`

  const retained = async () =>
    (await row<{ id: number; reference: string; convention: string }>(
      `SELECT f.id, s.reference, c.code AS convention FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
       JOIN saisines s ON s.id = o.saisine_id JOIN conventions c ON c.id = s.convention_id
       WHERE o.outcome = 'RETENUE' ORDER BY f.id LIMIT 1`
    ))!

  for (const [title, what, prepare] of [
    ['rattachée à une saisine gardée', 'reference', ''],
    ['d’une convention gardée', 'convention', ''],
    ['qui porte la référence d’une saisine gardée', 'reference', 'DELETE FROM form_outcomes'],
  ] as const) {
    test(`la base refuse d’anonymiser une fiche ${title}, même par la porte de la purge`, async ({
      assert,
    }) => {
      await inCopy(async () => {
        const form = await retained()
        if (prepare) await rows(prepare)
        granted(await hold({ what: form[what], reason: 'Contentieux', actorId: await admin() }))
        const before = await rows('SELECT * FROM return_forms ORDER BY id')
        await assert.rejects(() => anonymise(form.id), /Cette fiche est sous conservation légale/)
        assert.deepEqual(await rows('SELECT * FROM return_forms ORDER BY id'), before)
        assert.isEmpty(await rows('SELECT FROM openings'))
      })
    })
  }

  test('sans conservation elle passe par la même porte, une seule fois', async ({ assert }) => {
    await inCopy(async () => {
      const { id } = await retained()
      await anonymise(id)
      assert.lengthOf(await rows('SELECT FROM return_forms WHERE anonymised_at IS NOT NULL'), 1)
      await assert.rejects(() => anonymise(id), /Une fiche anonymisée ne se modifie plus/)
    })
  })

  test('on décide, on liste et on lève une conservation par commande, à blanc d’abord', async ({
    assert,
  }) => {
    await inCopy(async () => {
      const as = await asRole('admin')
      const reason = '--reason=Contrôle'
      const held = () => rows('SELECT 1 FROM legal_holds WHERE lifted_at IS NULL')
      const saisines = (
        await rows(
          `SELECT FROM saisines JOIN conventions c ON c.id = convention_id WHERE c.code = 'AMF-2021'`
        )
      ).length
      assert.equal(
        await said('hold', 'AMF-2021', reason, as, '--dry-run'),
        `Rien n’a changé. Cette conservation garderait ${saisines} saisines.`
      )
      assert.isEmpty(await held())
      assert.equal(
        await said('hold', 'AMF-2021', reason, await asRole('finance')),
        'ROLE_INSUFFISANT'
      )
      assert.equal(await said('hold', 'X', reason, as, '--dry-run'), 'INCONNUE')
      assert.isEmpty(await held())
      assert.match(
        await said('hold', 'AMF-2021', reason, as),
        new RegExp(`^Conservation n° \\d+ : ${saisines} saisines, que la purge ne touchera pas.$`)
      )
      const { id } = (await row<{ id: number }>('SELECT id FROM legal_holds'))!
      assert.match(
        await said('holds'),
        new RegExp(`^1 conservation légale.\nn° ${id}  Convention AMF-2021 .* en cours  Contrôle$`)
      )
      assert.match(await said('lift', String(id), as, '--dry-run'), /serait levée/)
      assert.lengthOf(await held(), 1)
      assert.match(await said('lift', String(id), as), /levée/)
      assert.isEmpty(await held())
      assert.equal(await said('lift', 'abc', as), 'DEJA_LEVEE')
      assert.equal(await said('holds'), '0 conservation légale.')
      assert.match(await said('holds', '--all'), /levée le/)
    })
  })

  test('les durées se lisent et se décident par commande, à blanc d’abord', async ({ assert }) => {
    await inCopy(async () => {
      const as = await asRole('admin')
      const usual =
        'Détail des saisines : 24 mois après le dernier contact.\nJournal des accès : 12 mois.'
      assert.equal(await said('retention'), usual)
      assert.match(
        await said('retention', '--case-months=36', as, '--dry-run'),
        /seraient :\n.* 36 mois/
      )
      assert.equal(await said('retention', '--access-log-months=24', as), 'DUREE')
      assert.equal(await said('retention'), usual)
      assert.match(await said('retention', '--case-months=36', as), /36 mois après/)
      assert.deepEqual(await row('SELECT case_months, access_log_months FROM retention'), {
        case_months: 36,
        access_log_months: 12,
      })
    })
  })
})
