import { test } from '@japa/runner'
import { row, rows } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'

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
    assert.include((await finance.get(run)).text, 'Étape suivante\u00a0: le calcul.')
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

  test('les associations bloquées se retiennent ensemble, chacune pour sa raison', async ({
    assert,
  }) => {
    const [finance, auditor] = [await enter('finance'), await enter('auditor')]
    const coordinator = await enter('coordinator')
    const leaving = await rows<{ id: number }>(
      `SELECT DISTINCT association_id AS id FROM settlement_lines l WHERE run_id = ? AND NOT EXISTS (SELECT 1 FROM run_holds h
         WHERE h.run_id = l.run_id AND h.association_id = l.association_id) ORDER BY 1 LIMIT 2`,
      [Number(run.split('/')[2])]
    )
    for (const { id } of leaving) {
      await coordinator.get(`/associations/${id}`)
      const ended = await coordinator.submit(`/associations/${id}/fin-d-adhesion`, {
        date: '2026-09-01',
        motif: 'Départ du réseau',
      })
      assert.include(ended.text, 'Fin d’adhésion enregistrée.')
    }
    assert.notInclude((await auditor.get(run)).html, 'retenues/bloquees')
    const untouched = await contentHash()
    assert.equal((await auditor.post(`${run}/retenues/bloquees`)).status, 403)
    assert.equal(await contentHash(), untouched)
    await finance.get(run)
    const shown = await finance.submit(`${run}/calcul`, { soumettre: '1' })
    assert.include(shown.text, 'Elle n’est pas soumise\u00a0: voyez ce qui la bloque.')
    const count = Number(/Retenir les (\d+) associations bloquées/.exec(shown.text)![1])
    const held = await finance.submit(`${run}/retenues/bloquees`)
    assert.include(held.text, `${count} règlements retenus`)
    assert.include(held.text, 'Rien ne bloque la campagne')
    const holds = await rows<{ code: string; reason: string }>(
      `SELECT a.code, h.reason FROM run_holds h JOIN associations a ON a.id = h.association_id
       WHERE h.run_id = ? AND h.released_at IS NULL`,
      [Number(run.split('/')[2])]
    )
    assert.lengthOf(holds, count)
    for (const { code, reason } of holds) {
      assert.include(shown.text.replaceAll(/\s+/g, ' '), reason.replaceAll(/\s+/g, ' '), code)
    }
    const before = await contentHash()
    const again = await finance.submit(`${run}/retenues/bloquees`)
    assert.include(again.text, 'Aucune association n’est plus bloquée.')
    assert.equal(await contentHash(), before)
  })

  test('les documents d’une campagne inconnue sont introuvables, ceux d’une campagne à émettre manquent avec leur raison', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    assert.equal((await finance.get('/campagnes/999999/documents.zip')).status, 404)
    const early = await finance.get(`${run}/documents.zip`)
    assert.equal(early.location, run)
    assert.include((await finance.get(run)).text, 'n’a pas encore de document.')
  })

  test('retenues posées, elle est soumise, approuvée et émise, ses documents tiennent en un ZIP', async ({
    assert,
  }) => {
    const [finance, approver] = [await enter('finance'), await enter('approver')]
    await finance.get(run)
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
