import { test } from '@japa/runner'
import { checkAssociationRow } from '#app/network/directory/check_association_row'
import {
  rememberAssociation,
  type KnownAssociations,
} from '#app/network/directory/known_associations'

const SOUND = {
  code: 'AV71',
  nom: 'Aide fictive de Saône-et-Loire',
  siret: '111 111 111 00006',
  rna: 'W711000001',
  departements: '71, 1',
  voie: 'rue de la Fiction',
  numero: '4 bis',
  code_postal: '71000',
  commune: 'Mâcon',
  pays: '',
  email: 'Contact@Aide71.example',
  titulaire: 'Aide fictive 71',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: '',
}

const nothing = (): KnownAssociations => ({
  bySiret: new Map(),
  byRna: new Map(),
  inFile: new Set(),
})

test.group('Ligne d’un fichier d’associations', () => {
  test('une ligne de bureau est lue: espaces, zéro perdu, pays par défaut', ({ assert }) => {
    assert.deepEqual(checkAssociationRow(SOUND, nothing()), {
      association: {
        code: 'AV71',
        name: 'Aide fictive de Saône-et-Loire',
        siret: '11111111100006',
        rna: 'W711000001',
        departments: ['71', '01'],
        street: 'rue de la Fiction',
        buildingNumber: '4 bis',
        postcode: '71000',
        town: 'Mâcon',
        country: 'FR',
        email: 'contact@aide71.example',
      },
      account: { iban: 'FR7630006000011234567890189', bic: null, holder: 'Aide fictive 71' },
    })
  })

  test('une association sans compte ni RNA entre quand même', ({ assert }) => {
    const row = checkAssociationRow(
      { ...SOUND, rna: '', titulaire: '', iban: '', bic: '' },
      nothing()
    )
    assert.propertyVal(row, 'account', null)
  })

  test('chaque cellule fautive est nommée: {column}')
    .with([
      { column: 'code', value: '' },
      { column: 'nom', value: ' ' },
      { column: 'siret', value: '11111111100007' },
      { column: 'rna', value: 'W71' },
      { column: 'departements', value: '20' },
      { column: 'departements', value: '' },
      { column: 'commune', value: '' },
      { column: 'pays', value: 'France' },
      { column: 'code_postal', value: '1000' },
      { column: 'email', value: 'contact' },
      { column: 'titulaire', value: '' },
      { column: 'iban', value: 'FR7630006000011234567890188' },
      { column: 'iban', value: '' },
      { column: 'bic', value: 'BNP' },
    ])
    .run(({ assert }, { column, value }) => {
      const checked = checkAssociationRow({ ...SOUND, [column]: value }, nothing())
      if (!('problems' in checked)) return assert.fail(`« ${value} » a été accepté`)
      assert.deepEqual(
        checked.problems.map((problem) => problem.column),
        [column]
      )
      assert.notEqual(checked.problems[0]!.remedy, '')
    })

  test('un SIRET ne sert qu’à une association, dans la base comme dans le fichier', ({
    assert,
  }) => {
    const known = nothing()
    const first = checkAssociationRow(SOUND, known)
    if ('problems' in first) return assert.fail('la première ligne est juste')
    rememberAssociation(known, first.association)

    const other = checkAssociationRow({ ...SOUND, code: 'AV72', rna: '' }, known)
    assert.containsSubset(other, { problems: [{ column: 'siret' }] })
    assert.containsSubset(other, {
      problems: [{ message: 'Ce SIRET est déjà celui de l’association AV71.' }],
    })
    const again = checkAssociationRow(SOUND, known)
    assert.containsSubset(again, { problems: [{ column: 'code' }] })
  })

  test('le message d’un IBAN faux ne répète pas l’IBAN', ({ assert }) => {
    const checked = checkAssociationRow(
      { ...SOUND, iban: 'FR7630006000011234567890188' },
      nothing()
    )
    assert.notInclude(JSON.stringify(checked), '0112345')
  })
})
