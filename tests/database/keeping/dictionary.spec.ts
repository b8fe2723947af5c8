import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { readDictionary } from '#app/keeping/privacy/read_dictionary'
import { dictionaryLines } from '#app/keeping/privacy/dictionary_lines'
import { readRegister } from '#app/keeping/privacy/read_register'
import { registerLines } from '#app/keeping/privacy/register_lines'
import { recordRetention } from '#app/keeping/privacy/record_retention'
import { IMPERSONAL, TREATMENTS } from '#app/keeping/privacy/treatments'
import { createDemoPeople } from '#app/demo/demo_people'
import { granted } from '#app/demo/granted'

test.group('Dictionnaire des données et registre des traitements', (group) => {
  group.each.setup(() => testUtils.db().withGlobalTransaction())

  test('chaque table et chaque colonne du schéma réel dit ce qu’elle est', async ({ assert }) => {
    const tables = await readDictionary()
    const silent = tables.flatMap(({ name, about, columns }) => [
      ...(about ? [] : [name]),
      ...columns.filter((one) => !one.about).map((one) => `${name}.${one.name}`),
    ])
    assert.deepEqual(silent, [], 'A migration describes what it adds: COMMENT ON …')
    assert.include(
      dictionaryLines(tables),
      '| facts | text | non | Faits codés\u00a0; effacés à l’échéance. |'
    )
  })

  test('chaque table est dans un traitement, et un seul, ou ne touche personne', async ({
    assert,
  }) => {
    const placed = [...TREATMENTS.flatMap(({ tables }) => tables), ...IMPERSONAL].toSorted()
    assert.deepEqual(placed, [...new Set(placed)])
    const real = (await readDictionary()).map(({ name }) => name)
    assert.deepEqual(
      real.filter((name) => !placed.includes(name)),
      [],
      'A new table is placed in treatments.ts'
    )
    assert.lengthOf(placed, real.length)
  })

  test('le registre donne les durées en vigueur', async ({ assert }) => {
    const { admin } = await createDemoPeople()
    granted(await recordRetention({ caseMonths: 36, accessLogMonths: 9 }, admin.id))
    const text = registerLines(await readRegister()).join('\n')
    assert.include(text, '36 mois après le dernier contact')
    assert.include(text, 'Journal des accès\u00a0: 9 mois')
    const refused = await recordRetention({ caseMonths: 36, accessLogMonths: 24 }, admin.id)
    assert.property(refused, 'refused')
  })
})
