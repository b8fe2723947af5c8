import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { STAFF } from '#app/accounts/access'
import { aPlayedQuarter, enter, serve } from '#tests/support/web'

const QUEUE = /<a href="([^"]+)"><strong class="figure">([^<]+)<\/strong>/g

test.group('L’accueil', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })

  test('chaque file annonce le nombre que sa liste montre, et ouvre ce qui attend seul', async ({
    assert,
  }) => {
    for (const role of STAFF) {
      const visitor = await enter(role)
      const home = await visitor.get('/')
      assert.equal(home.status, 200)
      for (const [, href, count] of home.html.matchAll(QUEUE)) {
        const list = await visitor.get(href!.replaceAll('&amp;', '&'))
        assert.equal(list.status, 200, `${role} ${href}`)
        if (href!.endsWith('/file')) continue
        if (/\/\d+$/.test(href!)) {
          assert.equal(count, '1', `${role} ${href}`)
          continue
        }
        const counted = /<p class="mb-0" role="status"><strong>([\d\u202f]+)/.exec(list.html)
        assert.equal(counted?.[1], count, `${role} ${href}`)
      }
    }
  })

  test('la plateforme voit ses saisines, et aucun montant', async ({ assert }) => {
    const home = await (await enter('platform')).get('/')
    assert.include(home.text, 'Saisines par mois')
    assert.notInclude(home.text, 'Enveloppes')
    assert.notInclude(home.text, '€')
  })

  test('l’administration voit les accès, ni saisine ni montant', async ({ assert }) => {
    const home = await (await enter('admin')).get('/')
    assert.include(home.text, 'invitation')
    assert.notInclude(home.text, 'Saisines par mois')
    assert.notInclude(home.text, '€')
  })

  test('les enveloppes, les délais et ce qui a été réglé ont leur tableau', async ({ assert }) => {
    const home = await (await enter('finance')).get('/')
    for (const heading of ['Enveloppes', 'Délais', 'Prochaines échéances', 'Réglé par campagne']) {
      assert.include(home.text, heading)
    }
    const paid = (await row<{ code: string }>(
      `SELECT code FROM runs WHERE state = 'issued' LIMIT 1`
    ))!
    assert.include(home.text, paid.code)
    assert.notMatch(home.html, /<svg[^>]*(?!aria-label)[^>]*>\s*<rect/, 'un dessin porte son titre')
    assert.notInclude(home.html, 'undefined')
  })
})
