import { test } from '@japa/runner'
import { rows } from '#app/shared/rows'
import { accountFile } from '#tests/scenario/payments/bank'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'

const receipt = {
  recu_le: '2026-03-02',
  montant: '1 234,56',
  reference: 'BANQUE-77',
}

async function envelope(): Promise<string> {
  const [found] = await rows<{ id: number }>(
    `SELECT e.id FROM envelopes e JOIN conventions c ON c.id = e.convention_id WHERE c.code = 'AMF-2021'`
  )
  return String(found!.id)
}

test.group('Tenir les comptes à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    const stop = await serve()
    return () => {
      spoilt()
      stop()
    }
  })

  test('un versement s’enregistre sur son enveloppe, se comptabilise une fois, et se lit', async ({
    assert,
  }) => {
    const finance = await enter('finance')
    const page = await finance.get('/versements')
    assert.include(page.text, 'Engagé')
    assert.include(page.text, 'versements à comptabiliser')
    const kept = await finance.submit('/versements', { ...receipt, enveloppe: await envelope() })
    assert.include(kept.text, 'Versement enregistré.')
    assert.include(kept.text, '1\u202f234,56\u00a0€')
    const again = await finance.submit('/versements', { ...receipt, enveloppe: await envelope() })
    assert.include(again.text, 'porte déjà cette référence')
    assert.include(
      (await finance.submit('/versements/ecritures')).text,
      'attendent le compte de leur financeur'
    )
    const account = { convention: 'AMF-2021', compte: '741000', libelle: 'Subventions' }
    assert.include(
      (await finance.submit('/versements/compte', account)).text,
      'seront portés au compte 741000'
    )
    assert.include(
      (await finance.submit('/versements/ecritures')).text,
      '2 versements comptabilisés.'
    )
    assert.include((await finance.get('/balance?jour=2026-12-31')).text, '741000 Subventions')
    assert.deepEqual(
      await rows(`SELECT count(*) AS n FROM journal_entries WHERE kind = 'funder_receipt'`),
      [{ n: 2 }]
    )
  })

  test('un crédit que la banque raconte deux fois se confirme, avec une raison', async ({
    assert,
  }) => {
    const [known] = await rows<{ reference: string; on: string; amount: number; envelope: string }>(
      `SELECT f.reference, f.received_on AS "on", f.amount_cents AS amount, e.id AS envelope FROM funder_receipts f
       JOIN envelopes e ON e.convention_id = f.convention_id ORDER BY f.id LIMIT 1`
    )
    const { reference, on, amount, envelope: id } = known!
    const finance = await enter('finance')
    await finance.get('/reponses-banque')
    const told = accountFile(on, { on, amount, reference: 'BANQUE-78' })
    await finance.upload('/reponses-banque', {}, 'fichier', 'compte.xml', told)
    const page = await finance.get('/versements')
    assert.include(page.text, `Déjà enregistré à ce montant`)
    assert.include(page.text, reference)
    const [line] = await rows<{ id: number }>('SELECT max(id) AS id FROM bank_parts')
    const credit = { ligne: String(line!.id), versement: `e${id}` }
    const refused = await finance.submit('/versements/rapprochement', credit)
    assert.include(refused.text, 'Si ce sont deux versements, confirmez-le et dites pourquoi.')
    const silent = await finance.submit('/versements/rapprochement', { ...credit, deux: '1' })
    assert.include(silent.text, 'dites pourquoi')
    assert.lengthOf(await rows(`SELECT 1 FROM funder_receipts WHERE reference = 'BANQUE-78'`), 0)
    const apart = { ...credit, deux: '1', distinct: 'Un second versement (fictif).' }
    const taken = await finance.submit('/versements/rapprochement', apart)
    assert.include(taken.text, 'Ligne de banque rapprochée')
    assert.lengthOf(await rows(`SELECT 1 FROM funder_receipts WHERE reference = 'BANQUE-78'`), 1)
  })

  test('un versement enregistré par erreur se contre-passe en deux temps, et se lit ainsi', async ({
    assert,
  }) => {
    const [wrong] = await rows<{ id: number }>(
      `SELECT id FROM funder_receipts WHERE reference = 'BANQUE-77'`
    )
    const path = `/versements/${wrong!.id}`
    assert.notInclude((await (await enter('auditor')).get(path)).text, 'Contre-passer')
    const finance = await enter('finance')
    const page = await finance.get(path)
    assert.include(page.text, 'Une écriture inverse de l’écriture')
    assert.include(page.text, 'sa référence redevient libre')
    const once = await finance.submit(`${path}/contrepassation`, { motif: 'Saisi deux fois.' })
    assert.include(once.text, 'Relisez ce qu’elle fait, puis confirmez-la.')
    assert.lengthOf(await rows('SELECT 1 FROM funder_receipts WHERE reversed_at IS NOT NULL'), 0)
    const sure = { motif: 'Saisi deux fois.', confirme: '1' }
    const done = await finance.submit(`${path}/contrepassation`, sure)
    assert.include(done.text, 'Versement BANQUE-77 contre-passé')
    assert.include(done.text, '«\u00a0Saisi deux fois.\u00a0»')
    assert.include((await finance.get('/versements?etat=reversed')).text, 'contre-passé')
    assert.equal((await finance.get('/versements/999999')).status, 404)
  })

  test('ce qui ne se lit pas se dit à son champ, et rien n’est écrit', async ({ assert }) => {
    const finance = await enter('finance')
    await finance.get('/versements')
    const page = await finance.submit('/versements', {
      recu_le: 'hier',
      montant: '-3',
      reference: '',
      enveloppe: ['1', '2'],
    })
    for (const said of ['Cette date', 'Ce montant', 'La référence manque', 'L’enveloppe manque']) {
      assert.include(page.text, said)
    }
    const through = { convention: 'FIC-2026', compte: '741000', libelle: 'Subventions' }
    assert.include(
      (await finance.submit('/versements/compte', through)).text,
      'il entre et sort par le même compte, 467100, et non 741000'
    )
    const bank = { convention: 'MIN-2023', compte: '512000', libelle: 'Banque' }
    assert.include((await finance.submit('/versements/compte', bank)).text, 'celui de la banque')
    const wrong = { convention: 'AMF-2021', compte: '7', libelle: '' }
    assert.include((await finance.submit('/versements/compte', wrong)).text, 'trois chiffres')
    assert.include((await finance.follow('/balance?jour=demain')).text, 'n’est pas un jour')
    assert.include((await finance.follow('/emploi-des-fonds?annee=12')).text, 'une année')
    assert.include((await finance.follow('/fin-exercice?convention=toString')).text, 'n’existe pas')
    assert.lengthOf(await rows(`SELECT 1 FROM funder_receipts WHERE reference = ''`), 0)
    assert.lengthOf(await rows('SELECT 1 FROM funder_accounts'), 1)
  })

  test('l’emploi des fonds se lit, et se garde en PDF et en Excel', async ({ assert }) => {
    const auditor = await enter('auditor')
    const page = await auditor.get('/emploi-des-fonds?convention=AMF-2021&annee=2026')
    assert.include(page.text, 'Reçu = payé + à payer + reste')
    const query = 'convention=AMF-2021&annee=2026'
    const pdf = await auditor.get(`/emploi-des-fonds/document?${query}`)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    assert.isTrue(pdf.html.startsWith('%PDF-'))
    const workbook = await auditor.get(`/emploi-des-fonds/document?${query}&format=xlsx`)
    assert.match(
      workbook.headers.get('content-disposition')!,
      /emploi-des-fonds-AMF-2021-2026\.xlsx/
    )
    assert.isTrue(workbook.html.startsWith('PK'))
  })

  test('l’année laisse du travail à provisionner, saisine par saisine', async ({ assert }) => {
    const auditor = await enter('auditor')
    const page = await auditor.get('/fin-exercice?convention=AMF-2021&annee=2026')
    assert.include(page.text, 'le logiciel n’en présume pas')
    const file = await auditor.get('/fin-exercice/travaux?convention=AMF-2021&annee=2026')
    assert.include(file.html, 'Saisine ou relevé;Association;Nom;Fait ou émis le;Nature;Montant')
    const approver = await enter('approver')
    await approver.get('/fin-exercice?convention=AMF-2021&annee=2026')
    const refused = await approver.submit('/fin-exercice/choix', {
      convention: 'AMF-2021',
      annee: '2099',
      choix: 'dedicated',
      montant: '1',
      motif: 'Essai',
    })
    assert.include(refused.text, 'L’année 2099 n’est pas finie.')
    assert.lengthOf(await rows('SELECT 1 FROM year_end_choices'), 0)
  })

  test('les réglages changent le fichier CSV des écritures', async ({ assert }) => {
    const finance = await enter('finance')
    await finance.get('/reglages-comptables')
    const wrong = { seuil: '0', colonnes: 'Debit', separateur: 'pipe', codage: 'utf-8' }
    assert.include((await finance.submit('/reglages-comptables', wrong)).text, 'de 1 à 100')
    const unknown = { ...wrong, seuil: '75', colonnes: 'Debit toString' }
    assert.include(
      (await finance.submit('/reglages-comptables', unknown)).text,
      'n’est pas une colonne.'
    )
    const right = { ...wrong, seuil: '75', colonnes: 'EcritureNum Debit Credit' }
    assert.include((await finance.submit('/reglages-comptables', right)).text, 'enregistrés')
    const file = await finance.get('/ecritures/csv')
    assert.match(file.html, /^\ufeff?EcritureNum\|Debit\|Credit\r\n1\|\d+,\d\d\|0,00\r\n/)
  })

  test('la balance se garde en CSV et en Excel, telle qu’elle se montre', async ({ assert }) => {
    const auditor = await enter('auditor')
    const page = await auditor.get('/balance?jour=2026-12-31')
    const [bank] = await rows<{ debit: number; credit: number }>(
      `SELECT sum(debit_cents) AS debit, sum(credit_cents) AS credit FROM journal_lines
       WHERE account = '512000' AND entry_date <= '2026-12-31'`
    )
    const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')
    const accounts = await auditor.get('/balance?jour=2026-12-31&format=csv')
    const [titles, ...lines] = accounts.html.replace('\ufeff', '').trimEnd().split('\r\n')
    assert.equal(titles, 'Compte;Libellé;Débit;Crédit;Solde')
    const found = lines.find((line) => line.startsWith('512000;'))!
    const { debit, credit } = bank!
    const figures = [debit, credit, debit - credit].map((cents) => euros(Number(cents)))
    assert.isTrue(found.endsWith(figures.join(';')), found)
    assert.include(page.html, 'tableau=associations&format=csv')
    const associations = await auditor.get(
      '/balance?jour=2026-12-31&tableau=associations&format=csv'
    )
    assert.include(associations.html, 'Association;Nom;Compte;Débit;Crédit;Solde;Dont non lettré')
    const [shown] = await rows<{ n: number }>(
      `SELECT count(DISTINCT (account, auxiliary)) AS n FROM journal_lines WHERE auxiliary IS NOT NULL`
    )
    assert.lengthOf(associations.html.trimEnd().split('\r\n'), shown!.n + 1)
    const workbook = await auditor.get('/balance?jour=2026-12-31&format=xlsx')
    assert.match(workbook.headers.get('content-disposition')!, /balance-comptes-2026-12-31\.xlsx/)
    assert.isTrue(workbook.html.startsWith('PK'))
  })

  test('les comptes se lettrent et se clôturent, une fois pour toutes', async ({ assert }) => {
    const finance = await enter('finance')
    await finance.get('/lettrage')
    assert.include((await finance.submit('/lettrage')).text, 'Rien de nouveau à lettrer.')
    await finance.get('/clotures')
    const waiting = await finance.submit('/clotures', { jusqu_au: '2026-06-30' })
    assert.include(waiting.text, 'de cette période ne sont pas comptabilisés')
    const choices = { 'MIN-2023': '741000', 'FIC-2026': '467100' }
    for (const [convention, compte] of Object.entries(choices)) {
      const account = { convention, compte, libelle: 'Choix fictif' }
      await finance.submit('/versements/compte', account)
    }
    await finance.submit('/versements/ecritures')
    assert.include((await finance.submit('/clotures', { jusqu_au: '' })).text, 'Le jour manque.')
    const closed = await finance.submit('/clotures', { jusqu_au: '2026-06-30' })
    assert.include(closed.text, 'Comptes clos jusqu’au 30/06/2026')
    const twice = await finance.submit('/clotures', { jusqu_au: '2026-06-30' })
    assert.include(twice.text, 'Les comptes sont déjà clos jusqu’au 30/06/2026.')
    assert.lengthOf(await rows('SELECT 1 FROM period_closures'), 1)
  })
})
