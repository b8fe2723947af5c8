import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { IsolationLevels } from '@adonisjs/lucid/types/database'
import { row, rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { runIn } from '#tests/support/run_in'
import { aWorld } from '#tests/support/world'

/** A fresh saisine without a form, and a finding that would rest on it. */
const FRESH = `INSERT INTO saisines (convention_id, reference, association_id, opened_on, channel, department, beneficiary, mandate)
  SELECT convention_id, 'COURSE', association_id, opened_on, channel, department, beneficiary, mandate
  FROM saisines ORDER BY id LIMIT 1 RETURNING id`
const REST = `INSERT INTO findings (convention_id, saisine_id, code, blocking, message, remedy)
  SELECT convention_id, id, 'FICHE_MANQUANTE', false, 'x', 'x' FROM saisines WHERE id = `

test.group('Références vérifiées par ensembles, à deux connexions', (group) => {
  group.setup(async () => {
    await runIn(await aWorld({ associations: 3, saisines: 20 }), 'calculated')
    return emptyDatabase
  })
  group.each.teardown(async () => {
    await rows(`DELETE FROM findings WHERE message = 'x'`)
    await rows(`DELETE FROM saisines WHERE reference = 'COURSE'`)
  })

  test('on n’efface pas une saisine sur laquelle une insertion en cours va reposer', async ({
    assert,
  }) => {
    const { id } = (await row<{ id: number }>(FRESH))!
    const [inserting, deleting] = [await db.transaction(), await db.transaction()]
    await inserting.rawQuery(REST + id)
    const deletion = outcome(deleting.rawQuery('DELETE FROM saisines WHERE id = ?', [id]))
    await setTimeout(100)
    await inserting.commit()
    assert.equal(await deletion, '23503')
    await deleting.rollback()
    assert.equal(await orphans(), 0)
  })

  test('on n’insère pas ce qui repose sur une saisine en cours d’effacement', async ({
    assert,
  }) => {
    const { id } = (await row<{ id: number }>(FRESH))!
    const [inserting, deleting] = [await db.transaction(), await db.transaction()]
    await deleting.rawQuery('DELETE FROM saisines WHERE id = ?', [id])
    const insertion = outcome(
      inserting.rawQuery(
        `INSERT INTO findings (convention_id, saisine_id, code, blocking, message, remedy)
         SELECT id, ?, 'FICHE_MANQUANTE', false, 'x', 'x' FROM conventions LIMIT 1`,
        [id]
      )
    )
    await setTimeout(100)
    await deleting.commit()
    assert.equal(await insertion, '23503')
    await inserting.rollback()
    assert.equal(await orphans(), 0)
  })

  for (const isolationLevel of ['repeatable read', 'serializable'] satisfies IsolationLevels[]) {
    test(`une lecture figée (${isolationLevel}) n’efface pas une saisine qui sert depuis`, async ({
      assert,
    }) => {
      const { id } = (await row<{ id: number }>(FRESH))!
      const deleting = await db.transaction({ isolationLevel })
      await deleting.rawQuery('SELECT count(*) FROM saisines')
      await rows(REST + id)
      const deletion = await outcome(deleting.rawQuery('DELETE FROM saisines WHERE id = ?', [id]))
      if (deletion === null) await deleting.commit()
      else await deleting.rollback()
      assert.equal(await orphans(), 0)
    })
  }
})

/** The SQLSTATE of a statement; null when it went through. */
async function outcome(statement: Promise<unknown>): Promise<string | null> {
  try {
    await statement
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

async function orphans(): Promise<number> {
  const found = await row<{ n: number }>(
    `SELECT count(*) AS n FROM findings f WHERE saisine_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM saisines s WHERE s.id = f.saisine_id)`
  )
  return found!.n
}
