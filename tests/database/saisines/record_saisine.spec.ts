import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { recordSaisine } from '#app/saisines/record_saisine'
import { row } from '#app/shared/rows'
import { emptyDatabase } from '#tests/support/laid'
import { refusedWithoutWriting } from '#tests/support/picture'
import { openFederation, type Federation } from '#tests/scenario/federation'

const CELLS = {
  reference: 'T26-01',
  convention: 'AMF-2021',
  association: 'AV01',
  date_saisine: '04/05/2026',
  canal: 'Plateforme',
  departement: '1',
  beneficiaire: 'Élue',
  mandat: 'Adjointe',
  nature_faits: 'Menaces',
}

test.group('Saisine enregistrée à la main', (group) => {
  let federation: Federation

  group.setup(async () => {
    federation = await openFederation({ associations: 2 })
    return async () => {
      await federation.close()
      await emptyDatabase()
    }
  })

  test('les mots d’un écran sont lus comme ceux d’un fichier', async ({ assert }) => {
    const saisine = granted(await recordSaisine(CELLS, federation.people.platform.id))
    assert.deepInclude(saisine, {
      reference: 'T26-01',
      openedOn: '2026-05-04',
      channel: 'plateforme',
      department: '01',
      beneficiary: 'elu',
      mandate: 'adjoint',
      facts: 'menaces',
      collectiveEvent: null,
    })
    const event = await row<{ n: number }>(
      `SELECT count(*) AS n FROM events WHERE verb = 'saisine.recorded' AND subject_id = ?`,
      [saisine.id]
    )
    assert.equal(event!.n, 1)
  })

  test('sans référence, elle en reçoit une qui ne dit pas son rang', async ({ assert }) => {
    const { platform } = federation.people
    const first = granted(await recordSaisine({ ...CELLS, reference: ' ' }, platform.id))
    const second = granted(await recordSaisine({ ...CELLS, reference: '' }, platform.id))
    assert.match(first.reference, /^S-[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    assert.notEqual(first.reference.slice(0, 7), second.reference.slice(0, 7))
  })

  test('une référence ne sert qu’une fois dans une convention', async ({ assert }) => {
    const cells = { ...CELLS, reference: 'T26-02' }
    granted(await recordSaisine(cells, federation.people.platform.id))
    const [taken] = await refusedWithoutWriting(assert, () =>
      recordSaisine({ ...cells, association: 'AV02' }, federation.people.platform.id)
    )
    assert.include(taken, { code: 'REFERENCE_PRISE', field: 'reference' })
  })

  test('tout ce qui ne va pas est dit d’un coup, champ par champ, sans répéter un nom', async ({
    assert,
  }) => {
    const wrong = {
      ...CELLS,
      convention: 'XYZ',
      association: 'AV99',
      date_saisine: '31/02/2026',
      departement: '20',
      beneficiaire: 'voisin',
      nature_faits: 'Menaces de M. Fictif',
    }
    const refused = await refusedWithoutWriting(assert, () =>
      recordSaisine(wrong, federation.people.platform.id)
    )
    assert.deepEqual(
      refused.map(({ field }) => field),
      ['convention', 'association', 'date_saisine', 'departement', 'beneficiaire', 'nature_faits']
    )
    assert.notInclude(JSON.stringify(refused), 'Fictif')
  })
})
