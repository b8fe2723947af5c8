import { test } from '@japa/runner'
import { aPlayedQuarter, enter, serve } from '#tests/support/web'

test.group('Relevés et raisons, à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })

  test('un relevé montre ses lignes, son virement et ses documents', async ({ assert }) => {
    const auditor = await enter('auditor')
    const page = await auditor.get('/releves/1')
    assert.include(page.text, 'Relevé REL-2026-000001')
    assert.include(page.text, 'ordre écrit')
    assert.match(page.html, /href="\/documents\/\d+"/)
    assert.match(page.html, /href="\/lignes\/\d+"/)
    assert.match(page.text, /\d\slignes?\s/)
  })

  test('« Pourquoi ce montant ? » dit la règle, les dates, le calcul et qui a décidé', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const leads = await coordinator.get('/releves/1/lignes/1')
    assert.match(leads.location!, /^\/lignes\/\d+$/)
    const page = await coordinator.get(leads.location!)
    assert.include(page.text, 'Pourquoi ce montant\u00a0?')
    assert.include(page.text, 'Le barème appliqué est celui du')
    assert.match(page.text, /\d × \d+,\d\d/)
    assert.include(page.text, 'Campagne approuvée par')
    assert.match(page.html, /href="\/saisines\/\d+"/)
    assert.match(page.html, /href="\/fiches\/\d+"/)
  })

  test('un document archivé se télécharge tel quel', async ({ assert }) => {
    const finance = await enter('finance')
    const { html } = await finance.get('/releves/1')
    const pdf = await finance.get(/href="(\/documents\/\d+)"/.exec(html)![1]!)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    assert.isTrue(pdf.html.startsWith('%PDF-'))
  })

  test('ce qui n’existe pas est introuvable, pour un nombre comme pour un mot', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    const paths = [
      '/releves/999999',
      '/lignes/0',
      '/lignes/__proto__',
      '/releves/1/lignes/9999',
      '/documents/-1',
    ]
    for (const path of paths) assert.equal((await finance.get(path)).status, 404, path)
  })

  test('la plateforme ne voit aucun montant', async ({ assert }) => {
    const platform = await enter('platform')
    for (const path of [
      '/campagnes',
      '/releves',
      '/lignes/1',
      '/ordres',
      '/ecritures',
      '/regularisations',
    ])
      assert.equal((await platform.get(path)).status, 403, path)
  })
})
