import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, baseUrl, enter, serve, spoilt, type Visitor } from '#tests/support/web'
import { readPdf } from '#tests/unit/statements/read_pdf'

const REPORT = '/rapports/financeurs/AMF-2021?du=2026-01-01&au=2027-12-31'
const ACCOUNT = '/rapports/comptes-rendus/AMF-2021?annee=2026'

async function pdfOf(visitor: Visitor, path: string) {
  const answer = await fetch(new URL(path, baseUrl()), { headers: { cookie: visitor.cookies } })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const { text } = await readPdf(bytes)
  return { type: answer.headers.get('content-type'), text: text.replaceAll(/\s+/g, ' ') }
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ')

test.group('Les rapports, à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('la page des rapports mène à chacun, et la plateforme n’y va pas', async ({ assert }) => {
    const finance = await enter('finance')
    const page = await finance.get('/rapports')
    for (const said of ['AMF-2021', 'Compte rendu financier', 'Bilan annuel']) {
      assert.include(page.text, said)
    }
    const asked = await finance.get(
      '/rapports/periode?convention=AMF-2021&du=2026-01-01&au=2026-12-31'
    )
    assert.equal(asked.location, '/rapports/financeurs/AMF-2021?du=2026-01-01&au=2026-12-31')
    assert.equal((await (await enter('platform')).get('/rapports')).status, 403)
  })

  test('le rapport au financeur dit ce que disent les relevés, et son PDF aussi', async ({
    assert,
  }) => {
    const auditor = await enter('auditor')
    const paid = (await row<{ cents: string; n: number }>(
      `SELECT replace(to_char(sum(st.total_cents) / 100.0, 'FM999999990.00'), '.', ',') AS cents, count(*) AS n
       FROM statements st JOIN runs r ON r.id = st.run_id JOIN conventions c ON c.id = r.convention_id WHERE c.code = 'AMF-2021'`
    ))!
    const page = await auditor.get(REPORT)
    assert.include(page.text.replaceAll(/[\s\u202f]/g, ''), `${paid.cents}€autotal`)
    assert.include(page.text, 'masqué')
    assert.notInclude(page.html, 'undefined')
    const { type, text } = await pdfOf(auditor, `${REPORT}&format=pdf`)
    assert.equal(type, 'application/pdf')
    assert.include(text, 'Rapport au financeur')
    assert.include(text.replaceAll(' ', ''), `${paid.cents}€autotal`)
    assert.include(text, `sur ${paid.n} relevés émis`)
    const workbook = await auditor.get(`${REPORT}&format=xlsx`)
    assert.include(workbook.headers.get('content-type')!, 'spreadsheetml')
    assert.isNotNull(
      await row(
        `SELECT 1 FROM access_log WHERE verb = 'document.read' AND detail LIKE 'rapport-AMF-2021%.pdf'`
      )
    )
  })

  test('un rapport dit de quelles autres périodes qui le recoupent on a déjà pris le rapport', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    const year = '/rapports/financeurs/AMF-2021?du=2025-01-01&au=2025-12-31'
    const quarter = '/rapports/financeurs/AMF-2021?du=2025-01-01&au=2025-03-31'
    const next = '/rapports/financeurs/AMF-2021?du=2025-04-01&au=2025-06-30'
    assert.notInclude((await finance.get(year)).text, 'a déjà été pris')
    await finance.get(`${quarter}&format=pdf`)
    assert.include(
      plain((await finance.get(year)).text),
      'Un rapport a déjà été pris du 01/01/2025 au 31/03/2025.'
    )
    assert.notInclude((await finance.get(quarter)).text, 'a déjà été pris')
    assert.notInclude((await finance.get(next)).text, 'a déjà été pris')
  })

  test('une convention inconnue est introuvable, un jour illisible se dit', async ({ assert }) => {
    const finance = await enter('finance')
    assert.equal((await finance.get('/rapports/financeurs/RIEN')).status, 404)
    for (const path of ['/rapports/bilans/demain', '/rapports/bilans/1999']) {
      assert.equal((await finance.get(path)).status, 404, path)
    }
    const back = await finance.get('/rapports/financeurs/AMF-2021?du=hier&au=2026-12-31')
    assert.equal(back.location, '/rapports')
    assert.include((await finance.get('/rapports')).text, '« hier » n’est pas un jour.')
    const reversed = await finance.get('/rapports/financeurs/AMF-2021?du=2026-12-31&au=2026-01-01')
    assert.equal(reversed.status, 303)
    assert.include((await finance.get('/rapports')).text, 'La période finit avant de commencer.')
  })

  test('le compte rendu financier se garde en brouillon, et reprend les charges des livres', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const unplanned = ({ html }: { html: string }) =>
      html.match(/<th[^>]*>\s*Total\s*<\/th>\s*<td class="figure">\s*<\/td>/g)?.length
    assert.equal(unplanned(await coordinator.get(ACCOUNT)), 2, 'rien de prévu n’est pas zéro')
    const saved = await coordinator.submit('/rapports/comptes-rendus/AMF-2021', {
      annee: '2026',
      mise_en_oeuvre: 'Des entretiens partout.\nEt des réunions.',
      prevu_65: '1 000,00',
      declare_64: '250,50',
    })
    assert.include(saved.text, 'Brouillon enregistré.')
    assert.equal(unplanned(saved), 1, 'les charges ont une prévision, les produits non')
    assert.include(saved.text, 'Des entretiens partout.')
    assert.include(saved.text, 'Et des réunions.')
    const booked = (await row<{ cents: string }>(
      `SELECT replace(to_char(sum(debit_cents - credit_cents) / 100.0, 'FM999999990.00'), '.', ',') AS cents
       FROM journal_lines l JOIN conventions c ON c.id = l.convention_id
       WHERE c.code = 'AMF-2021' AND kind = 'statement_issue' AND auxiliary IS NULL AND extract(year FROM entry_date) = 2026`
    ))!
    assert.include(saved.text.replaceAll(/[\s\u202f]/g, ''), `${booked.cents}€`)
    const { text } = await pdfOf(coordinator, `${ACCOUNT}&format=pdf`)
    for (const said of [
      'Bilan qualitatif',
      'Tableau de synthèse',
      'Annexe',
      'Les contributions volontaires en nature : à écrire.',
      'certifie exactes les informations',
      'Des entretiens partout.',
      '250,50 €',
    ]) {
      assert.include(text, said)
    }
    assert.include(
      (await coordinator.get('/journal?sur=convention&nom=AMF-2021')).text,
      'Compte rendu financier de 2026 écrit.'
    )
  })

  test('un nom, un montant illisible : refusés, et rien n’est écrit', async ({ assert }) => {
    const [finance, auditor] = [await enter('finance'), await enter('auditor')]
    await finance.get(ACCOUNT)
    const before = await contentHash()
    const page = await finance.submit('/rapports/comptes-rendus/AMF-2021', {
      annee: '2026',
      public: 'Écrire à marie@example.org',
      prevu_65: 'beaucoup',
    })
    assert.include(page.text, 'contient une adresse électronique')
    assert.include(page.text, '« beaucoup » n’est pas un montant.')
    assert.equal(await contentHash(), before)
    assert.notInclude((await auditor.get(ACCOUNT)).text, 'Enregistrer le brouillon')
    assert.equal(
      (await auditor.post('/rapports/comptes-rendus/AMF-2021', { annee: '2026' })).status,
      403
    )
    assert.equal(await contentHash(), before)
  })

  test('le bilan a ses dessins, et tient les chiffres des autres à part', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    const page = await coordinator.get('/rapports/bilans/2026')
    assert.include(page.html, '<svg')
    assert.match(plain(page.text), /2 759 2023 CALAE/)
    const added = await coordinator.submit('/chiffres-publies', {
      intitule: 'Entretiens du réseau',
      valeur: 'près d’un million',
      annee: '2023',
      source: 'Rapport d’activité (fictif)',
    })
    assert.include(added.text, 'Chiffre publié ajouté.')
    assert.include(added.text, 'Rapport d’activité (fictif)')
    const before = await contentHash()
    const twice = await coordinator.submit('/chiffres-publies', {
      intitule: 'Entretiens du réseau',
      valeur: 'un autre',
      annee: '2023',
      source: 'Rapport d’activité (fictif)',
    })
    assert.include(twice.text, 'Cette source dit déjà ce chiffre')
    const incomplete = await coordinator.submit('/chiffres-publies', {
      intitule: '',
      annee: '2023',
    })
    assert.include(incomplete.text, 'a un intitulé, une valeur, une source')
    assert.equal(await contentHash(), before)
    const { id } = (await row<{ id: number }>('SELECT max(id) AS id FROM published_figures'))!
    const removed = await coordinator.submit(`/chiffres-publies/${id}/retrait`)
    assert.include(removed.text, 'Chiffre retiré')
    const { text } = await pdfOf(coordinator, '/rapports/bilans/2026?format=pdf')
    assert.include(text, 'Bilan annuel 2026')
    assert.include(text, 'n’entrent dans aucun de nos totaux')
    assert.include(text, 'Réglé, AMF-2021', 'le PDF a ses dessins aussi')
    assert.notInclude(text, 'fictif)')
  })

  test('chaque point du tableau de bord ouvre sa liste, qui en compte autant', async ({
    assert,
  }) => {
    const approver = await enter('approver')
    for (const path of ['/tableau-de-bord', '/tableau-de-bord?convention=AMF-2021']) {
      const board = await approver.get(path)
      assert.equal(board.status, 200)
      assert.include(board.html, '<svg')
      const points = [
        ...board.html.matchAll(
          /<td class="figure"><a href="(?<href>[^"]+)">(?<n>[\d\u202f]+)(?:\s[^\d<]+)?<\/a>/g
        ),
      ].map(({ groups }) => [groups!.href!, groups!.n!] as const)
      for (const list of ['/saisines?', '/fiches?', '/releves?', 'departement=']) {
        assert.isTrue(
          points.some(([href, n]) => href.includes(list) && n !== '0'),
          list
        )
      }
      for (const [href, n] of new Map(points)) {
        assert.equal(await countedIn(approver, href), n, href)
      }
    }
    assert.equal((await approver.get('/tableau-de-bord?convention=RIEN')).status, 404)
  })

  test('chaque nombre de saisines ou de fiches d’un rapport ouvre sa liste, qui en compte autant', async ({
    assert,
    cleanup,
  }) => {
    const { threshold } = (await row<{ threshold: number }>(
      'SELECT masking_threshold AS threshold FROM settings'
    ))!
    cleanup(async () => setThreshold(threshold))
    await setThreshold(1)
    const auditor = await enter('auditor')
    const { html } = await auditor.get(REPORT)
    const links = [
      ...html.matchAll(
        /<a href="(?<href>\/[^"]+\?[^"]+)">[^<]+<\/a>\s*<\/th>\s*<td class="figure">\s*(?<n>[\d\u202f]+)/g
      ),
      ...html.matchAll(/<td class="figure">\s*<a href="(?<href>\/[^"]+)">(?<n>[\d\u202f]+)<\/a>/g),
    ].map(({ groups }) => [groups!.href!, groups!.n!] as const)
    for (const said of [
      'prestation=',
      'departement=',
      'faits=',
      'mandat=maire',
      '/saisines?',
      '/fiches?',
    ]) {
      assert.isTrue(
        links.some(([href]) => href.includes(said)),
        said
      )
    }
    for (const [href, n] of new Map(links)) assert.equal(await countedIn(auditor, href), n, href)
    const unknown = '/rapports/financeurs/RIEN/saisines'
    assert.equal((await auditor.get(unknown)).status, 404)
    assert.equal((await auditor.get(`${unknown}?du=hier`)).location, '/rapports')
    const platform = await enter('platform')
    assert.equal((await platform.get('/rapports/financeurs/AMF-2021/saisines')).status, 403)
  })
})

function setThreshold(value: number) {
  return db.rawQuery('UPDATE settings SET masking_threshold = ?', [value])
}

/** How many things a list says that it holds. */
async function countedIn(visitor: Visitor, href: string): Promise<string> {
  const list = await visitor.get(href.replaceAll('&amp;', '&'))
  return /role="status"><strong>(?<n>[\d\u202f]+)/.exec(list.html)?.groups?.n ?? '0'
}
