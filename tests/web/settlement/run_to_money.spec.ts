import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt, type Visitor } from '#tests/support/web'

/** Holds every association that the page says is blocked, with the reason that it proposes. */
async function holdBlocked(finance: Visitor, run: string): Promise<void> {
  const { html } = await finance.get(run)
  const gates = html.split('Règlements retenus')[0]!
  for (const [, association] of gates.matchAll(/name="association" value="([^"]+)"/g)) {
    await finance.submit(`${run}/retenues`, { association: association!, motif: 'RIB attendu' })
  }
}

test.group('Une campagne, de son ouverture au virement, à l’écran', (group) => {
  let run = ''
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('sans convention ni jour, rien ne s’ouvre, et la page dit quoi choisir', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    await finance.get('/campagnes/nouvelle')
    const before = await contentHash()
    const page = await finance.submit('/campagnes', { convention: '', jour: '2026-12-01' })
    assert.include(page.text, 'Aucune convention n’est choisie.')
    assert.notInclude(page.text, './ace')
    const unreadable = await finance.submit('/campagnes', {
      convention: 'MIN-2023',
      jour: 'demain',
    })
    assert.include(unreadable.text, '« demain » n’est pas un jour.')
    assert.equal(await contentHash(), before)
  })

  test('elle s’ouvre, se calcule en arrière-plan et montre ses lignes par association', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    await finance.get('/campagnes/nouvelle')
    const opened = await finance.post('/campagnes', { convention: 'MIN-2023', jour: '2027-01-01' })
    run = opened.location!
    assert.match(run, /^\/campagnes\/\d+$/)
    assert.include((await finance.get(run)).text, 'Étape suivante : le calcul.')
    const calculated = await finance.submit(`${run}/calcul`)
    assert.include(calculated.text, 'Campagne calculée')
    assert.include(calculated.text, 'Lignes par association')
    assert.include(calculated.text, 'Lignes et total de la campagne')
    assert.match(calculated.html, /href="\/campagnes\/\d+\/lignes\?association=AV\d+/)
  })

  test('une retenue sans motif est refusée, et rien n’est écrit', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    await coordinator.get(run)
    const before = await contentHash()
    const page = await coordinator.submit(`${run}/retenues`, { association: 'AV01', motif: '' })
    assert.include(page.text, 'Une retenue se motive.')
    assert.equal(await contentHash(), before)
  })

  test('qui l’a préparée ne l’approuve pas, et la coordination ne la soumet pas', async ({
    assert,
  }) => {
    const [finance, coordinator] = [await enter('finance'), await enter('coordinator')]
    await coordinator.get(run)
    await finance.get(run)
    const before = await contentHash()
    assert.equal((await coordinator.post(`${run}/soumission`)).status, 403)
    assert.equal((await finance.post(`${run}/approbation`)).status, 403)
    assert.equal(await contentHash(), before)
  })

  test('retenues posées, elle est soumise, approuvée et émise, ses documents tiennent en un ZIP', async ({
    assert,
  }) => {
    const [finance, approver] = [await enter('finance'), await enter('approver')]
    await holdBlocked(finance, run)
    assert.include((await finance.submit(`${run}/soumission`)).text, 'soumise à l’approbation')
    await approver.get(run)
    assert.include((await approver.submit(`${run}/approbation`)).text, 'Elle peut être émise.')
    const issued = await finance.submit(`${run}/emission`)
    assert.include(issued.text, 'archivés')
    assert.include(issued.text, 'Relevés et lignes')
    assert.notInclude(issued.text, 'écart de')
    const zip = await finance.get(`${run}/documents.zip`)
    assert.equal(zip.headers.get('content-type'), 'application/zip')
    const reads = await row(
      "SELECT 1 FROM access_log WHERE verb = 'document.read' AND detail LIKE '%.zip'"
    )
    assert.isNotNull(reads)
  })

  test('l’ordre qui la paie se contrôle avant d’être écrit, et masque les IBAN', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    const before = await contentHash()
    const closed = await finance.get('/ordres/nouveau?jour=2027-01-02')
    assert.include(closed.text, 'Les banques ne règlent pas le 02/01/2027')
    assert.include(closed.text, 'L’ordre ne peut pas être écrit')
    assert.include(closed.text, '•• •••• ••••')
    assert.notMatch(closed.text, /[A-Z]{2}\d{2}[A-Z0-9]{11,}/)
    assert.equal(await contentHash(), before)
    const campagnes = run.split('/')[2]!
    const refused = await finance.submit('/ordres', { campagnes, jour: '2027-01-02' })
    assert.include(refused.text, 'Les banques ne règlent pas')
    const order = await finance.submit('/ordres', { campagnes, jour: '2027-01-04' })
    assert.include(order.text, '33 règles respectées')
    assert.include(order.text, 'Relu dans le fichier')
    assert.notMatch(order.text, /[A-Z]{2}\d{2}[A-Z0-9]{11,}/)
  })

  test('le fichier de la banque n’est qu’à la finance', async ({ assert }) => {
    const [finance, approver] = [await enter('finance'), await enter('approver')]
    assert.equal((await approver.get('/ordres/1/fichier')).status, 403)
    assert.notInclude((await approver.get('/ordres/1')).text, 'Télécharger')
    const file = await finance.get('/ordres/1/fichier')
    assert.equal(file.status, 200)
    assert.include(file.html, '<CtrlSum>')
  })
})
