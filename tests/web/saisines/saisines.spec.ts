import { test } from '@japa/runner'
import { formStateSql } from '#app/saisines/form_state_sql'
import { row, rows } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt, type Visitor } from '#tests/support/web'

const TYPED = {
  reference: 'MAIN-1',
  convention: 'AMF-2021',
  association: 'AV01',
  date_saisine: '2026-07-02',
  canal: 'plateforme',
  departement: '01',
  beneficiaire: 'elu',
  mandat: 'maire',
  nature_faits: 'Menaces, injures',
}

/** A saisine that the first run paid, and one that nobody answered. */
async function paidSaisine(): Promise<number> {
  const found = await row<{ id: number }>('SELECT min(saisine_id) AS id FROM settlement_lines')
  return found!.id
}

test.group('Les saisines à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('l’histoire d’une saisine payée se lit en entier, jusqu’au relevé', async ({ assert }) => {
    const finance = await enter('finance')
    const page = await finance.get(`/saisines/${await paidSaisine()}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /REL-2026-00000\d/)
    assert.match(page.html, /href="\/lignes\/\d+"/)
    assert.match(page.text, /Saisine reçue par le fichier/)
    assert.include(page.text, 'Retenue')
  })

  test('la liste se restreint à un bénéficiaire, à un mandat, à des faits, dits ou non', async ({
    assert,
  }) => {
    const auditor = await enter('auditor')
    const asked = {
      'beneficiaire=elu&mandat=maire': `beneficiary = 'elu' AND mandate = 'maire'`,
      'beneficiaire=proche': `beneficiary = 'proche'`,
      'faits=non_precises': 'facts IS NULL',
      'faits=menaces': `facts = 'menaces'`,
      'faits=rien': 'false',
    }
    for (const [address, where] of Object.entries(asked)) {
      const { n } = (await row<{ n: number }>(`SELECT count(*) AS n FROM saisines WHERE ${where}`))!
      assert.equal(await countedIn(auditor, `/saisines?${address}`), n, address)
    }
    const { html } = await auditor.get('/saisines')
    const offered = await rows<{ facts: string }>(
      'SELECT DISTINCT facts FROM saisines WHERE facts IS NOT NULL'
    )
    assert.isNotEmpty(offered)
    for (const { facts } of offered) assert.include(html, `<option value="${facts}"`)
  })

  test('la plateforme lit les saisines sans aucun montant', async ({ assert }) => {
    const platform = await enter('platform')
    const page = await platform.get(`/saisines/${await paidSaisine()}`)
    assert.equal(page.status, 200)
    assert.notInclude(page.text, '€')
    assert.notInclude(page.text, 'Règlement')
    assert.notInclude(page.text, 'REL-2026')
    assert.notInclude(page.text, 'Réaffecter')
    assert.notInclude((await platform.get('/saisines')).text, '€')
  })

  test('une saisine se saisit à la main ; la même deux fois est refusée', async ({ assert }) => {
    const platform = await enter('platform')
    const form = await platform.get('/saisines/nouvelle')
    assert.match(form.html, /value="S-\w{5}-\w{5}"/)
    const page = await platform.submit('/saisines', TYPED)
    assert.include(page.text, 'Saisine MAIN-1 enregistrée.')
    assert.include(page.text, 'Menaces injures')
    assert.include(page.text, 'saisie à la main')
    const before = await contentHash()
    const again = await platform.submit('/saisines', TYPED)
    assert.include(again.text, 'déjà celle d’une saisine de cette convention')
    assert.equal(await contentHash(), before)
  })

  test('ce qui nomme une personne, ou n’existe pas, est refusé sans rien écrire', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    await coordinator.get('/saisines/nouvelle')
    const before = await contentHash()
    const named = await coordinator.submit('/saisines', {
      ...TYPED,
      reference: 'MAIN-2',
      nature_faits: 'Menaces de M. Dupont',
    })
    assert.include(named.text, 'semble nommer une personne')
    const wrong = await coordinator.submit('/saisines', {
      ...TYPED,
      reference: 'x'.repeat(36),
      convention: '__proto__',
      departement: '20',
      date_saisine: '31/02/2026',
      canal: ['a', 'b'],
    })
    for (const sentence of [
      'La référence manque',
      'convention est inconnue',
      'canal est inconnu',
    ]) {
      assert.include(wrong.text, sentence)
    }
    assert.equal(await contentHash(), before)
  })

  test('une saisine payée ne change plus de mains ; une autre, si, avec un motif', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const paid = await paidSaisine()
    await coordinator.get(`/saisines/${paid}`)
    const before = await contentHash()
    const refused = await coordinator.submit(`/saisines/${paid}/reaffectations`, {
      association: 'AV04',
      motif: 'La personne a déménagé.',
    })
    assert.include(refused.text, 'déjà payée par le relevé')
    assert.equal(await contentHash(), before)

    await coordinator.get('/saisines/nouvelle')
    const created = await coordinator.post('/saisines', { ...TYPED, reference: 'MAIN-3' })
    const silent = await coordinator.submit(`${created.location}/reaffectations`, {
      association: 'AV04',
    })
    assert.include(silent.text, 'Une réaffectation se motive.')
    const moved = await coordinator.submit(`${created.location}/reaffectations`, {
      association: 'AV04',
      motif: 'La personne a déménagé.',
    })
    assert.include(moved.text, 'confiée à l’association choisie')
    assert.match(moved.text, /AV01 — .* → AV04/)
  })

  test('la liste se filtre par l’adresse, et une adresse folle ne la casse pas', async ({
    assert,
  }) => {
    const auditor = await enter('auditor')
    const one = (await row<{ reference: string }>(
      'SELECT reference FROM saisines WHERE id = (SELECT min(id) FROM saisines)'
    ))!
    const found = await auditor.get(`/saisines?q=${one.reference}`)
    assert.include(found.text, '1\u00a0saisine')
    const stated = await rows<{ state: string; n: number }>(
      `SELECT ${formStateSql({ id: 's.id', reference: 's.reference', conventionId: 's.convention_id' })} AS state,
         count(*) AS n FROM saisines s GROUP BY 1`
    )
    for (const state of ['missing', 'received', 'retained', 'refused']) {
      const n = stated.find((some) => some.state === state)?.n ?? 0
      assert.equal(await countedIn(auditor, `/saisines?fiche=${state}`), n, state)
    }
    assert.isAbove(stated.length, 2)
    for (const mad of [
      'q[]=a',
      'q[__proto__]=1',
      'association=%00',
      'du=demain',
      'tri=toString',
      'page=-1',
      `q=${'x'.repeat(5000)}`,
    ]) {
      assert.equal((await auditor.get(`/saisines?${mad}`)).status, 200, mad)
    }
    for (const id of ['0', '-1', 'abc', '1e3', '99999999999999999999', '%00']) {
      assert.equal((await auditor.get(`/saisines/${id}`)).status, 404, id)
    }
    const csv = await auditor.get(`/saisines?q=${one.reference}&format=csv`)
    assert.equal(csv.html.trimEnd().split('\r\n').length, 2)
  })
})

/** How many saisines a list says that it holds. */
async function countedIn(visitor: Visitor, href: string): Promise<number> {
  const { html } = await visitor.get(href)
  const counted = /role="status"><strong>(?<n>[\d\u202f]+)/.exec(html)?.groups?.n ?? '0'
  return Number(counted.replaceAll('\u202f', ''))
}
