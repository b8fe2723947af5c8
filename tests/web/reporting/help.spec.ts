import { test } from '@japa/runner'
import { aPlayedQuarter, enter, serve } from '#tests/support/web'

test.group('L’aide', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })

  test('chaque état montré a son sens', async ({ assert }) => {
    const help = await (await enter('finance')).get('/aide')
    assert.include(help.text, 'Un trimestre en dix lignes')
    assert.include(help.text, 'Tout changement annule les approbations.')
    assert.notInclude(help.html, 'undefined')
    assert.notMatch(help.html, /<dd><\/dd>/, 'aucun état n’est sans mot')
  })

  test('la plateforme n’y lit rien d’argent', async ({ assert }) => {
    const help = await (await enter('platform')).get('/aide')
    assert.include(help.text, 'Transmettre des saisines')
    assert.notInclude(help.text, 'banque')
  })
})
