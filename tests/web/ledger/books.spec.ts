import { test } from '@japa/runner'
import { aPlayedQuarter, enter, serve } from '#tests/support/web'

test.group('Les écritures à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })

  test('le journal se lit avec sa balance et sa chaîne', async ({ assert }) => {
    const auditor = await enter('auditor')
    const page = await auditor.get('/ecritures')
    assert.include(page.text, 'Somme des débits')
    assert.include((await auditor.get('/ecritures/1')).text, 'Imputations')
  })

  test('le commissaire aux comptes fait vérifier tous les comptes', async ({ assert }) => {
    const auditor = await enter('auditor')
    await auditor.get('/ecritures')
    const page = await auditor.submit('/ecritures/controles')
    assert.include(page.text, 'aucun écart')
    assert.include(page.text, 'La chaîne des écritures est entière')
  })

  test('l’export se télécharge ; des jours inversés sont refusés', async ({ assert }) => {
    const finance = await enter('finance')
    const file = await finance.get('/ecritures/export?separateur=pipe')
    assert.match(file.headers.get('content-disposition')!, /ecritures\.txt/)
    assert.isTrue(file.html.startsWith('JournalCode|'))
    const refused = await finance.follow('/ecritures/export?premier=2026-12-31&dernier=2026-01-01')
    assert.include(refused.text, 'Le premier jour est après le dernier.')
  })
})
