import { test } from '@japa/runner'
import { row, rows } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'

const PDF = Buffer.from('%PDF-1.4 fictif')

async function conventionPath(): Promise<string> {
  const found = await row<{ id: number }>(`SELECT id FROM conventions WHERE code = 'AMF-2021'`)
  return `/conventions/${found!.id}`
}

test.group('Les conventions à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('la page dit les règles en phrases, les prix et l’argent', async ({ assert }) => {
    const finance = await enter('finance')
    const { text } = await finance.get(await conventionPath())
    assert.include(text, 'celles qui viennent par la plateforme téléphonique')
    assert.include(text, 'Entretien psychologique')
    assert.include(text, 'figé')
    assert.include(text, 'Mis en paiement')
    assert.notInclude(text, 'prise_en_charge')
    assert.notInclude(text, 'Enregistrer un versement')
  })

  test('une convention sans autorisation de reversement le dit très haut', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    await rows(
      'DELETE FROM reallocation_authorities WHERE convention_id = (SELECT max(id) FROM conventions)'
    )
    const { id } = (await row<{ id: number }>('SELECT max(id) AS id FROM conventions'))!
    const page = await coordinator.get(`/conventions/${id}`)
    assert.include(page.text, 'Rien ne peut être payé sous cette convention.')
    const answer = await coordinator.submit(`/conventions/${id}/ajouts/autorisation`, {
      article: 'Article 4 (fictif)',
      preuve: 'Exemplaire signé, armoire 2 (fictif)',
    })
    assert.include(answer.text, 'Autorisation de reversement enregistrée.')
    assert.notInclude(answer.text, 'Rien ne peut être payé')
  })

  test('un versement se saisit en euros ; le même deux fois, ou illisible, n’écrit rien', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const path = await conventionPath()
    await coordinator.get(path)
    const receipt = {
      recu_le: '20/11/2026',
      versement_montant: '12 000,50 €',
      reference: 'VIR-FICTIF-9',
    }
    assert.include(
      (await coordinator.submit(`${path}/ajouts/versements`, receipt)).text,
      'Versement enregistré.'
    )
    const before = await contentHash()
    assert.include(
      (await coordinator.submit(`${path}/ajouts/versements`, receipt)).text,
      'déjà cette référence'
    )
    const unreadable = { ...receipt, versement_montant: 'douze', reference: 'VIR-FICTIF-10' }
    const page = await coordinator.submit(`${path}/ajouts/versements`, unreadable)
    assert.include(page.text, 'Ce montant n’en est pas un.')
    assert.include(page.html, 'value="VIR-FICTIF-10"')
    assert.equal(await contentHash(), before)
  })

  test('seul un avenant remplace une enveloppe ; l’ancienne reste lisible', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    const path = await conventionPath()
    await coordinator.get(path)
    const rival = { enveloppe_du: '2026-06-01', enveloppe_au: '2026-12-31', enveloppe_montant: '5' }
    const refused = await coordinator.submit(`${path}/ajouts/enveloppes`, rival)
    assert.include(refused.text, 'Seul un avenant la remplace.')
    const amended = await coordinator.submit(`${path}/ajouts/avenants`, {
      objet: 'Enveloppe relevée (fictif)',
      signe_le: '2026-11-01',
      effet_le: '2026-11-01',
      fin: '2029-06-30',
      avenant_du: '2026-01-01',
      avenant_au: '2026-12-31',
      avenant_montant: '98 000 000',
    })
    assert.include(amended.text, 'Avenant enregistré.')
    assert.include(amended.text, 'La convention va jusqu’au 30/06/2029.')
    assert.match(amended.text, /devient 98.000.000,00/)
    assert.include(amended.text, '1 enveloppe remplacée')
  })

  test('une avance est le mot d’une personne qui approuve, motivé', async ({ assert }) => {
    const path = await conventionPath()
    const finance = await enter('finance')
    await finance.get(path)
    assert.equal(
      (await finance.post(`${path}/avances`, { jusqu_a: '10', motif: 'Non' })).status,
      403
    )
    const approver = await enter('approver')
    await approver.get(path)
    const refused = await approver.submit(`${path}/avances`, { jusqu_a: '1000', motif: '' })
    assert.include(refused.text, 'Une avance a un montant et un motif.')
    const decided = await approver.submit(`${path}/avances`, {
      jusqu_a: '1000',
      motif: 'Financeur en retard (fictif)',
    })
    assert.include(decided.text, 'Avance décidée.')
  })

  test('un document se dépose en PDF et se relit ; un autre type est refusé', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const path = await conventionPath()
    await coordinator.get(path)
    const fake = await coordinator.upload(
      `${path}/documents`,
      { titre: 'Faux' },
      'fichier',
      'faux.pdf',
      Buffer.from('MZ')
    )
    assert.include((await coordinator.follow(fake.location!)).text, 'Ce fichier n’est ni un PDF')
    assert.isNull(await row('SELECT 1 FROM convention_documents'))
    const sent = await coordinator.upload(
      `${path}/documents`,
      { titre: 'Convention signée' },
      'fichier',
      '../é"x.PDF',
      PDF
    )
    assert.equal(sent.status, 303)
    const { id, name } = (await row<{ id: number; name: string }>(
      'SELECT id, file_name AS name FROM convention_documents'
    ))!
    assert.notMatch(name, /[/"\\]/)
    const read = await coordinator.get(`${path}/documents/${id}`)
    assert.equal(read.html, PDF.toString())
    assert.match(read.headers.get('content-disposition')!, /^attachment/)
  })

  test('le fichier d’une convention déjà enregistrée ne change rien', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    await coordinator.get('/conventions')
    const bad = await coordinator.upload('/conventions', {}, 'fichier', 'x.json', Buffer.from('{'))
    assert.include(
      (await coordinator.follow(bad.location!)).text,
      'n’est pas un fichier JSON lisible'
    )
  })
})
