import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { hold } from '#app/keeping/privacy/hold'
import { granted } from '#app/demo/granted'
import { row, rows } from '#app/shared/rows'
import { agedQuarter } from '#tests/database/keeping/aged_quarter'

const ANONYMISE = `UPDATE return_forms SET reference = 'ANO-' || id, first_contact_on = NULL, last_act_on = NULL,
  memo_de_vie = NULL, note = NULL, import_row = NULL, anonymised_at = now(),
  received_on = date_trunc('quarter', received_on::timestamp) WHERE id = ?`

test.group('Conservations légales', (group) => {
  const { inCopy, admin } = agedQuarter(group)

  /** As a purge that looked at nothing would: through the door, in the database itself. */
  async function anonymise(formId: number): Promise<void> {
    const actorId = await admin()
    await db.transaction(async (trx) => {
      await rows(
        `WITH tried AS (INSERT INTO purge_rehearsals (today, digest, counts, rehearsed_by)
           VALUES ('2029-03-01', decode(repeat('00', 32), 'hex'), '{}', ?) RETURNING id)
         INSERT INTO openings (purpose, rehearsal_id, opened_by) SELECT 'purge', id, ? FROM tried`,
        [actorId, actorId],
        trx
      )
      await rows(ANONYMISE, [formId], trx)
    })
  }

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
})
