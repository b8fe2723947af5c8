import { test } from '@japa/runner'
import { row, rows } from '#app/shared/rows'
import { aPlayedQuarter, baseUrl, enter, serve, spoilt } from '#tests/support/web'

const detail = () => rows('SELECT reference, facts, mandate FROM saisines ORDER BY id')

test.group('Tenir l’installation', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    const stop = await serve()
    return () => {
      // A purge is for good.
      spoilt()
      stop()
    }
  })

  test('une sonde n’apprend que « ok »', async ({ assert }) => {
    const answer = await fetch(`${baseUrl()}/sante`)
    assert.deepEqual([answer.status, await answer.json()], [200, { status: 'ok' }])
  })

  test('l’administration voit l’état de chaque partie, et que faire', async ({ assert }) => {
    const page = await (await enter('admin')).get('/installation')
    assert.equal(page.status, 200)
    assert.include(page.text, 'Schéma bien à jour')
    assert.include(page.text, 'Sauvegarde à traiter aucune')
    assert.include(page.text, 'Lancez ./ace backup')
    assert.equal((await (await enter('finance')).get('/installation')).status, 403)
  })

  test('le commissaire lit les durées, le registre et le dictionnaire, et ne change rien', async ({
    assert,
  }) => {
    const auditor = await enter('auditor')
    const page = await auditor.get('/conservation')
    assert.include(page.text, '24 mois après le dernier contact')
    assert.notInclude(page.html, 'action="/conservation/essai"')
    assert.include(
      (await auditor.get('/conservation/registre')).text,
      'Suivi et règlement des saisines'
    )
    const csv = await auditor.get('/conservation/dictionnaire.csv')
    assert.include(csv.html, 'saisines;"Saisines de la plateforme')
    const pieces = await auditor.get('/conservation/pieces-echues.csv')
    assert.include(pieces.html, 'Jour;Sorte;Fichier;Suite;SHA-256')
    for (const path of [
      'durees',
      'essai',
      'purge',
      'gels',
      'gels/1/levee',
      'destruction/essai',
      'destruction',
    ]) {
      assert.equal((await auditor.post(`/conservation/${path}`)).status, 403)
    }
  })

  test('ce qui n’est pas une durée, une empreinte ou une saisine est dit, et rien ne change', async ({
    assert,
  }) => {
    const admin = await enter('admin')
    await admin.get('/conservation')
    const before = await detail()
    for (const [path, fields, said] of [
      ['durees', { mois_dossier: 'deux ans', mois_acces: '12' }, 'de 1 à 120'],
      ['durees', { mois_dossier: '24', mois_acces: '36' }, 'de 6 à 12'],
      ['purge', { empreinte: 'x'.repeat(5000) }, 'Aucun essai récent'],
      [
        'destruction',
        { empreinte: 'x'.repeat(5000) },
        'Aucun essai récent n’annonce cette destruction',
      ],
      ['gels', { quoi: '__proto__', motif: 'Un contrôle' }, 'Ni saisine ni convention'],
      ['gels', { quoi: 'AMF-2021', motif: '' }, 'Le motif de la conservation manque'],
    ] as const) {
      assert.include((await admin.submit(`/conservation/${path}`, fields)).text, said)
    }
    assert.equal((await admin.post('/conservation/gels/999999/levee')).status, 303)
    assert.deepEqual(await detail(), before)
    assert.isNull(await row('SELECT FROM legal_holds'))
  })

  test('un essai, puis la purge de ce qu’il annonce\u00a0; une conservation légale tient', async ({
    assert,
  }) => {
    const admin = await enter('admin')
    await admin.get('/conservation')
    const kept = (await row<{ reference: string }>(
      `SELECT reference FROM saisines WHERE id = (SELECT min(saisine_id) FROM settlement_lines)`
    ))!
    const held = { quoi: kept.reference, motif: 'Contentieux en cours' }
    assert.include(
      (await admin.submit('/conservation/gels', held)).text,
      'La purge n’y touchera pas'
    )
    await admin.submit('/conservation/durees', { mois_dossier: '1', mois_acces: '12' })
    const before = await detail()
    const rehearsed = await admin.submit('/conservation/essai')
    assert.include(rehearsed.text, 'Rien n’a changé')
    assert.deepEqual(await detail(), before)
    assert.include(rehearsed.text, 'Gardées\u00a0: conservation légale 1')
    const digest = /name="empreinte" value="([0-9a-f]{64})"/.exec(rehearsed.html)![1]!
    const purged = await admin.submit('/conservation/purge', { empreinte: digest })
    assert.include(purged.text, 'Purge faite.')
    assert.include(purged.text, 'Saisines anonymisées')
    assert.notInclude(purged.html, 'name="empreinte"')
    assert.isNotNull(await row('SELECT FROM saisines WHERE anonymised_at IS NOT NULL'))
    assert.isNotNull(await row('SELECT FROM saisines WHERE reference = ?', [kept.reference]))
    const again = await admin.submit('/conservation/purge', { empreinte: digest })
    assert.include(again.text, 'Aucun essai récent')
  })

  test('une destruction s’essaie\u00a0; aucune pièce du trimestre n’a dix ans', async ({
    assert,
  }) => {
    const admin = await enter('admin')
    await admin.get('/conservation')
    const page = await admin.submit('/conservation/destruction/essai')
    assert.include(page.text, '0 pièce serait détruite')
    assert.include(page.text, 'Aucune pièce n’a dix ans.')
    assert.notInclude(page.html, 'action="/conservation/destruction"')
    assert.isEmpty(await rows('SELECT FROM destroyed_files'))
  })

  test('une destruction annoncée par un essai se fait, et le registre la montre', async ({
    assert,
  }) => {
    // Eleven years have gone by, as far as this document and the books are concerned.
    await rows('ALTER TABLE runs DISABLE TRIGGER USER')
    await rows(`UPDATE runs SET issued_at = issued_at - interval '11 years', state = 'closed' WHERE id =
      (SELECT max(run_id) FROM documents)`)
    await rows('ALTER TABLE runs ENABLE TRIGGER USER')
    await rows(`INSERT INTO period_closures (until, entry_count, debit_cents, digest, closed_by, closed_at)
      SELECT '2020-12-31', 0, 0, sha256(''), min(id), now() FROM users`)
    const admin = await enter('admin')
    await admin.get('/conservation')
    const held = await admin.submit('/conservation/destruction/essai')
    assert.include(held.text, 'Gardées\u00a0: conservation légale')
    assert.notInclude(held.html, 'action="/conservation/destruction"')
    const { id } = (await row<{ id: number }>(
      'SELECT id FROM legal_holds WHERE lifted_at IS NULL'
    ))!
    await admin.submit(`/conservation/gels/${id}/levee`)
    const page = await admin.submit('/conservation/destruction/essai')
    const digest = /name="empreinte" value="([0-9a-f]{64})"/.exec(
      page.html.slice(page.html.indexOf('action="/conservation/destruction"'))
    )![1]!
    const done = await admin.submit('/conservation/destruction', { empreinte: digest })
    assert.include(done.text, 'Destruction faite.')
    assert.include(done.text, 'Destructions faites')
    const one = (await row<{ id: number }>(
      'SELECT id FROM documents JOIN destroyed_files USING (file_key) ORDER BY id LIMIT 1'
    ))!
    const finance = await enter('finance')
    assert.equal((await finance.get(`/documents/${one.id}`)).status, 303)
    assert.include(
      (await finance.get('/releves')).text,
      'Cette pièce a été détruite après ses dix ans'
    )
    const again = await admin.submit('/conservation/destruction', { empreinte: digest })
    assert.include(again.text, 'Aucun essai récent')
  })

  test('les pages d’une saisine anonymisée se lisent encore', async ({ assert }) => {
    const finance = await enter('finance')
    const one = (await row<{ saisine: number; form: number; line: number; run: number }>(
      `SELECT saisine_id AS saisine, form_id AS form, l.id AS line, run_id AS run FROM settlement_lines l
       JOIN saisines s ON s.id = saisine_id WHERE anonymised_at IS NOT NULL LIMIT 1`
    ))!
    for (const path of [
      `/saisines/${one.saisine}`,
      `/fiches/${one.form}`,
      `/lignes/${one.line}`,
      `/campagnes/${one.run}`,
      '/saisines',
      '/fiches',
      '/journal',
    ]) {
      assert.equal((await finance.get(path)).status, 200, path)
    }
    const reasons = await finance.get(`/lignes/${one.line}`)
    assert.include(reasons.text, 'le détail de la saisine a été anonymisé à l’échéance')
  })
})
