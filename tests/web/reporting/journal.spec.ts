import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { aPlayedQuarter, enter, serve } from '#tests/support/web'

test.group('Le journal', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })

  test('chaque événement est une phrase, avec sa personne et son objet', async ({ assert }) => {
    const auditor = await enter('auditor')
    const { code, id } = (await row<{ code: string; id: number }>(
      `SELECT id, code FROM runs WHERE state = 'issued' LIMIT 1`
    ))!
    const page = await auditor.get(`/journal?sur=run&nom=${code}`)
    assert.include(page.text, 'Campagne émise.')
    assert.include(page.html, `<a href="/campagnes/${id}">Campagne ${code}</a>`)
    assert.include(page.text, 'La chaîne des écritures')
  })

  test('le fichier dit tout ce que la liste filtre, sans un code', async ({ assert }) => {
    const auditor = await enter('auditor')
    const { html } = await auditor.get('/journal?format=csv')
    const lines = html.trim().split('\r\n')
    const { n } = (await row<{ n: number }>('SELECT count(*) AS n FROM events'))!
    assert.equal(lines.length, n + 1)
    assert.notMatch(html, /[a-z]+_[a-z]+/)
    const decisions = await auditor.get('/journal?quoi=decision&format=csv')
    assert.include(decisions.html, 'Compte approuvé')
    assert.notInclude(decisions.html, 'Saisine enregistrée')
  })

  test('l’administration n’y lit que les accès, les réglages et les courriels', async ({
    assert,
  }) => {
    const page = await (await enter('admin')).get('/journal')
    assert.include(page.text, 'Réglages')
    assert.notInclude(page.text, 'Campagne')
    assert.notInclude(page.text, '€')
  })

  test('la plateforme n’y entre pas', async ({ assert }) => {
    assert.equal((await (await enter('platform')).get('/journal')).status, 403)
  })
})
