import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'

const IBAN = 'FR7630006000011234567890189'
const PDF = Buffer.from('%PDF-1.4 RIB fictif')

async function idOfAssociation(code: string): Promise<string> {
  return String(
    (await row<{ id: number }>('SELECT id FROM associations WHERE code = ?', [code]))!.id
  )
}

async function propose(code: string, iban = IBAN) {
  const coordinator = await enter('coordinator')
  const association = await idOfAssociation(code)
  await coordinator.get('/coordonnees-bancaires/nouvelle')
  const fields = { association, iban, titulaire: `Titulaire fictif ${code}` }
  const sent = await coordinator.upload('/coordonnees-bancaires', fields, 'fichier', 'rib.pdf', PDF)
  return { coordinator, sent, page: await coordinator.follow(sent.location!) }
}

test.group('Le réseau à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('un compte proposé avec son RIB n’est montré que masqué, et signalé s’il est nouveau', async ({
    assert,
  }) => {
    const { coordinator, sent, page } = await propose('AV01')
    assert.include(page.text, 'Ce compte n’est pas celui du dernier relevé')
    assert.include(page.text, 'FR•• •••• •••• 0189')
    assert.notInclude(page.html, IBAN)
    assert.equal((await coordinator.get(`${sent.location!}/justificatif`)).html, PDF.toString())
    assert.equal((await (await enter('finance')).get(`${sent.location!}/justificatif`)).status, 403)
  })

  test('le même IBAN ailleurs se voit avant d’approuver', async ({ assert }) => {
    const { page } = await propose('AV02')
    assert.include(page.text, 'Le même IBAN est donné par 1 autre compte')
    const list = await (await enter('approver')).get('/coordonnees-bancaires?meme=1')
    assert.match(list.text, /2\s+comptes/)
  })

  test('un IBAN faux est refusé, ne reste ni dans la page ni dans la session, et son RIB est oublié', async ({
    assert,
  }) => {
    const before = await contentHash()
    const { page } = await propose('AV03', 'FR7630006000011234567890180')
    assert.include(page.text, 'La clé de contrôle de l’IBAN')
    assert.notInclude(page.html, '30006000011234567890180')
    assert.isNull(await row(`SELECT 1 FROM sessions WHERE data LIKE '%30006000011234567890180%'`))
    assert.equal(await contentHash(), before)
  })

  test('approuver demande un rappel noté, et un autre que le proposant ; le compte attend son délai', async ({
    assert,
  }) => {
    const { id } = (await row<{ id: number }>(
      `SELECT b.id FROM bank_accounts b JOIN associations a ON a.id = b.association_id
       WHERE a.code = 'AV01' AND b.approved_at IS NULL AND b.replaced_at IS NULL`
    ))!
    const path = `/coordonnees-bancaires/${id}`
    const approver = await enter('approver')
    assert.notInclude((await approver.get(path)).text, '@!')
    assert.include(
      (await approver.submit(`${path}/approbation`, { rappel: '' })).text,
      'Le rappel téléphonique n’est pas noté.'
    )
    const approved = await approver.submit(`${path}/approbation`, {
      rappel: 'Présidence rappelée (fictif)',
    })
    assert.include(approved.text, 'Coordonnées approuvées.')
    assert.include(approved.text, 'en délai, pas avant le')
    const association = await approver.get(`/associations/${await idOfAssociation('AV01')}`)
    assert.include(association.text, 'il lui manque la fin du délai de son compte')
  })

  test('une association se crée, se corrige et quitte le réseau, chaque fois avec sa raison', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    await coordinator.get('/associations/nouvelle')
    const before = await contentHash()
    const refused = await coordinator.submit('/associations', {
      code_association: 'AV01',
      nom: 'X',
      departements: '99',
      commune: '',
    })
    assert.include(refused.text, 'La commune manque.')
    assert.equal(await contentHash(), before)
    const created = await coordinator.submit('/associations', {
      code_association: 'AVX',
      nom: 'Association fictive',
      departements: '01',
      commune: 'Bourg',
      pays: 'FR',
      membre_depuis: '2026-11-01',
    })
    assert.include(created.text, 'il lui manque des coordonnées bancaires')
    const path = `/associations/${await idOfAssociation('AVX')}`
    await coordinator.get(`${path}/correction`)
    const edited = await coordinator.submit(`${path}/correction`, {
      nom: 'Association fictive',
      departements: '01',
      commune: 'Bourg-en-Bresse',
      pays: 'FR',
    })
    assert.include(edited.text, 'Association corrigée.')
    assert.include(
      (await coordinator.submit(`${path}/fin-d-adhesion`, { date: '2026-11-10', motif: '' })).text,
      'se motive'
    )
    const ended = await coordinator.submit(`${path}/fin-d-adhesion`, {
      date: '2026-11-10',
      motif: 'Dissolution (fictif)',
    })
    assert.include(ended.text, 'il lui manque une adhésion en cours')
  })

  test('la plateforme lit le réseau sans montant ni compte', async ({ assert }) => {
    const platform = await enter('platform')
    const page = await platform.get(`/associations/${await idOfAssociation('AV01')}`)
    assert.equal(page.status, 200)
    assert.notInclude(page.text, '€')
    assert.notInclude(page.text, '••••')
  })

  test('la carte compte les départements sans référent ; en nommer un la change', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const map = await coordinator.get('/departements')
    assert.equal(map.html.match(/<g class="tile-/g)!.length, 108)
    assert.match(map.text, /0\s+couverts/)
    const association = await idOfAssociation('AV01')
    await coordinator.get('/departements/01')
    const unreachable = await coordinator.submit('/departements/01/referent', {
      association,
      nom: 'Alix (fictif)',
      debut: '2026-11-01',
    })
    assert.include(unreachable.text, 'On ne peut pas joindre ce référent.')
    assert.isNull(await row('SELECT 1 FROM referents'))
    const named = await coordinator.submit('/departements/01/referent', {
      association,
      nom: 'Alix (fictif)',
      email: 'alix@example.org',
      debut: '2026-11-01',
    })
    assert.include(named.text, 'Référent nommé.')
    assert.include(named.text, 'Département couvert.')
    const elsewhere = await coordinator.submit('/departements/59/referent', {
      association,
      nom: 'Alix',
      email: 'a@example.org',
      debut: '2026-11-01',
    })
    assert.include(elsewhere.text, 'n’est pas une adhérente qui couvre le département')
    const met = await coordinator.submit('/departements/01/association-des-maires', {
      amf_nom: 'AMF – Ain (fictif)',
      rencontre: '1',
    })
    assert.include(met.text, 'Association des maires enregistrée.')
    const ended = await coordinator.submit('/departements/01/fin-de-mission', { fin: '2026-11-02' })
    assert.include(ended.text, 'sans référent élus')
  })
})
