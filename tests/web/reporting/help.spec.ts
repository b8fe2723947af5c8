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

  test('une association y trouve son guide, dont chaque adresse est une de ses pages', async ({
    assert,
  }) => {
    const member = await enter('association')
    assert.include((await member.get('/aide')).html, 'href="/aide/association"')
    const guide = await member.get('/aide/association')
    assert.include(guide.text, 'Envoyer et passer à la suivante')
    const main = guide.html.slice(guide.html.indexOf('<main'))
    const paths = new Set(Array.from(main.matchAll(/href="(\/[^"]*)"/g), ([, path]) => path!))
    assert.isAbove(paths.size, 10)
    for (const path of paths) assert.equal((await member.get(path)).status, 200, path)
  })
})
