import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { recordReturnForm } from '#app/returns/record_return_form'
import { row } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { refusedWithoutWriting } from '#tests/support/picture'
import { calculated, linesOf } from '#tests/scenario/campaign'
import { openFederation, type Federation } from '#tests/scenario/federation'
import { receiveForms, receiveSaisines } from '#tests/scenario/office_files'

const CELLS = {
  reference_saisine: 'T26-01',
  association: 'AV01',
  convention: 'AMF-2021',
  date_reception: '01/07/2026',
  date_premier_contact: '2026-05-05',
  issue: 'Prise en charge',
  entretien_psychologique: '2',
  memo_de_vie: 'oui',
  observations: 'Suivi terminé',
}

test.group('Fiche enregistrée à la main', (group) => {
  let federation: Federation
  const record = (cells: object) =>
    recordReturnForm({ ...CELLS, ...cells }, federation.people.coordinator.id)

  group.each.setup(async () => {
    federation = await openFederation({ associations: 2 })
    return async () => {
      await federation.close()
      await emptyDatabase()
    }
  })

  test('elle est payée comme celle d’un fichier, et sa correction est une version', async ({
    assert,
  }) => {
    await receiveSaisines(federation, '2026-06-01', 'saisines.csv', [
      { reference: 'T26-01', association: 'AV01', openedOn: '2026-05-04' },
    ])
    await receiveForms(federation, '2026-06-20', 'fiches.csv', [
      {
        reference: 'T26-01',
        association: 'AV01',
        receivedOn: '2026-06-20',
        outcome: 'Injoignable',
      },
    ])
    const form = granted(await record({}))
    assert.include(form, { version: 2, outcome: 'prise_en_charge', memoDeVie: true })
    const stored = await row(
      'SELECT origin, version, quantities, note, import_id AS import FROM return_forms WHERE id = ?',
      [form.id]
    )
    assert.deepEqual(stored, {
      origin: 'typed',
      version: 2,
      quantities: { entretien_psychologique: 2 },
      note: 'Suivi terminé',
      import: null,
    })
    assert.equal(granted(await record({ entretien_psychologique: '3' })).version, 3)
    assert.equal(granted(await record({ association: 'AV02' })).version, 1)
    const { run } = await calculated(federation, '2026-08-01')
    assert.isNotEmpty(await linesOf(run.id))
  })

  test('la même fiche, au mot près, n’entre pas deux fois', async ({ assert }) => {
    granted(await record({}))
    granted(await record({ entretien_psychologique: '3' }))
    const [same] = await refusedWithoutWriting(assert, () => record({}))
    assert.equal(same!.code, 'FICHE_IDENTIQUE')
  })

  test('tout ce qui ne va pas est dit d’un coup, champ par champ, sans répéter un nom', async ({
    assert,
  }) => {
    const refused = await refusedWithoutWriting(assert, () =>
      record({
        association: 'AV99',
        date_reception: 'hier',
        issue: 'inconnue',
        entretien_psychologique: 'deux',
        hypnose: '1',
        memo_de_vie: 'peut-être',
        observations: 'Vue par Mme Fictive',
      })
    )
    assert.sameMembers(
      refused.map(({ field }) => field!),
      [
        'association',
        'date_reception',
        'issue',
        'entretien_psychologique',
        'hypnose',
        'memo_de_vie',
        'observations',
      ]
    )
    assert.notInclude(JSON.stringify(refused), 'Fictive')
  })
})
