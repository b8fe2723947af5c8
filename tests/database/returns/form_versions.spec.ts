import { test } from '@japa/runner'
import { rows } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms, type FormTold } from '#tests/scenario/office_files'

const FORM: FormTold = {
  reference: 'V26-01',
  association: 'AV01',
  receivedOn: '2026-07-01',
  outcome: 'Prise en charge',
  contactOn: '2026-05-04',
  acts: { entretien_psychologique: 1 },
}

test.group('Versions d’une fiche', (group) => {
  let federation: Federation

  group.each.setup(async () => {
    federation = await openFederation({ associations: 2 })
    return async () => {
      await federation.close()
      await emptyDatabase()
    }
  })

  test('chaque compte rendu différent est une version, dans l’ordre des lignes', async ({
    assert,
  }) => {
    const twice = { ...FORM, acts: { entretien_psychologique: 2 } }
    await receiveForms(federation, '2026-07-01', 'un.csv', [FORM, twice, FORM])
    assert.deepEqual(await versions(), ['V26-01 AV01 1 1', 'V26-01 AV01 2 2'])
    const thrice = { ...FORM, acts: { entretien_psychologique: 3 } }
    await receiveForms(federation, '2026-07-02', 'deux.csv', [twice, thrice])
    assert.deepEqual(await versions(), ['V26-01 AV01 1 1', 'V26-01 AV01 2 2', 'V26-01 AV01 3 3'])
  })

  test('deux associations qui disent la même référence ont chacune leurs versions', async ({
    assert,
  }) => {
    await receiveForms(federation, '2026-07-01', 'un.csv', [FORM, { ...FORM, association: 'AV02' }])
    assert.deepEqual(await versions(), ['V26-01 AV01 1 1', 'V26-01 AV02 1 1'])
  })

  test('un zéro écrit n’est pas une cellule vide', async ({ assert }) => {
    const zero = { ...FORM, acts: { entretien_psychologique: 0 } }
    const blank = { ...FORM, acts: {} }
    const report = await receiveForms(federation, '2026-07-01', 'un.csv', [zero, blank])
    assert.include(report, { created: 2 })
  })
})

/** `V26-01 AV01 2 3`: reference, association, version, psychological interviews. */
async function versions(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', reference, a.code, version, quantities ->> 'entretien_psychologique') AS line
     FROM return_forms f JOIN associations a ON a.id = f.association_id ORDER BY reference, a.code, version`
  )
  return found.map(({ line }) => line)
}
