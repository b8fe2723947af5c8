import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Association from '#app/network/association'
import { editAssociation } from '#app/network/edit_association'
import { isRefused } from '#app/shared/result'
import { association, codes, counts, done, person } from '#tests/database/network/fixtures'

test.group('Description d’une association', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('une colonne se corrige, une vide se vide, les autres restent', async ({ assert }) => {
    const coordinator = await person('coordinator')
    await association('AV71', coordinator)
    const filled = { commune: 'Chalon', siret: '732 829 320 00074', departements: '71, 1' }
    assert.isTrue(done(await editAssociation('AV71', filled, coordinator.id)).changed)
    const edited = await Association.findByOrFail('code', 'AV71')
    assert.containSubset(edited.$attributes, {
      town: 'Chalon',
      siret: '73282932000074',
      postcode: '71000',
    })
    assert.isTrue(
      done(await editAssociation('AV71', { siret: '', code_postal: ' ' }, coordinator.id)).changed
    )
    await edited.refresh()
    assert.containSubset(edited.$attributes, { town: 'Chalon', siret: null, postcode: null })
    const same = done(await editAssociation('AV71', { departements: '01,71' }, coordinator.id))
    assert.isFalse(same.changed)
  })

  test('les contrôles sont ceux d’un fichier, champ par champ, et n’écrivent rien', async ({
    assert,
  }) => {
    const coordinator = await person('coordinator')
    await association('AV71', coordinator)
    const before = await counts('events', 'association_departments')
    const wrong = { nom: '', siret: '732 829 320 00075', departements: '20', code_postal: '710' }
    const answer = await editAssociation('AV71', wrong, coordinator.id)
    assert.deepEqual(isRefused(answer) ? answer.refused.map(({ field }) => field) : [], [
      'nom',
      'siret',
      'departements',
      'code_postal',
    ])
    assert.deepEqual(codes(await editAssociation('AV99', {}, coordinator.id)), [
      'ASSOCIATION_INCONNUE',
    ])
    assert.deepEqual(
      codes(await editAssociation('AV71', { iban: 'FR76', code: 'AV72' }, coordinator.id)),
      ['COLONNE_IBAN', 'COLONNE_CODE']
    )
    assert.deepEqual(await counts('events', 'association_departments'), before)
  })
})
