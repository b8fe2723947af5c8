import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt, type Visitor } from '#tests/support/web'

async function aNewSaisine(coordinator: Visitor, reference: string): Promise<string> {
  await coordinator.get('/saisines/nouvelle')
  const created = await coordinator.post('/saisines', {
    reference,
    convention: 'AMF-2021',
    association: 'AV01',
    date_saisine: '2026-07-02',
    canal: 'plateforme',
    departement: '01',
    beneficiaire: 'elu',
  })
  return created.location!
}

const FORM = {
  association: 'AV01',
  date_reception: '2026-07-20',
  date_premier_contact: '2026-07-05',
  issue: 'prise_en_charge',
  entretien_psychologique: '2',
  memo_de_vie: 'oui',
}

test.group('Les fiches retour à l’écran', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('la liste se restreint aux premières versions, aux saisines connues, à ce qui n’est pas retenu', async ({
    assert,
  }) => {
    const auditor = await enter('auditor')
    const known =
      '(SELECT count(*) FROM saisines s WHERE s.reference = f.reference AND s.convention_id = f.convention_id)'
    const asked = {
      'version=premiere': 'version = 1',
      'version=suivante': 'version > 1',
      'saisine=connue': `${known} = 1`,
      'saisine=inconnue': `${known} = 0`,
      'rapprochement=NON_RETENUE': `EXISTS (SELECT 1 FROM form_outcomes o WHERE o.form_id = f.id AND outcome <> 'RETENUE')`,
    }
    for (const [address, where] of Object.entries(asked)) {
      const { html } = await auditor.get(`/fiches?${address}`)
      const counted = /role="status"><strong>(?<n>[\d\u202f]+)/.exec(html)?.groups?.n ?? '0'
      const { n } = (await row<{ n: number }>(
        `SELECT count(*) AS n FROM return_forms f WHERE ${where}`
      ))!
      assert.equal(Number(counted.replaceAll('\u202f', '')), n, address)
    }
  })

  test('le formulaire a une case par prestation du barème de la convention', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    const saisine = await aNewSaisine(coordinator, 'FORM-0')
    const page = await coordinator.get(`${saisine}/fiche`)
    assert.include(page.html, 'name="entretien_psychologique"')
    assert.notInclude(page.html, 'name="premier_entretien_proche"')
  })

  test('une fiche se saisit, se corrige par une autre version, et ne se répète pas', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const saisine = await aNewSaisine(coordinator, 'FORM-1')
    await coordinator.get(`${saisine}/fiche`)
    const first = await coordinator.submit(`${saisine}/fiche`, FORM)
    assert.match(first.text, /enregistrée, version 1/)
    assert.include(first.text, 'À rapprocher')
    const before = await contentHash()
    const same = await coordinator.submit(`${saisine}/fiche`, FORM)
    assert.include(same.text, 'déjà enregistrée, au mot près')
    assert.equal(await contentHash(), before)
    const again = await coordinator.get(`${saisine}/fiche`)
    assert.include(again.text, 'Les champs reprennent la version 1')
    const second = await coordinator.submit(`${saisine}/fiche`, {
      ...FORM,
      entretien_psychologique: '3',
    })
    assert.match(second.text, /enregistrée, version 2/)
    const story = await coordinator.get(saisine)
    assert.match(story.text, /Fiche retour enregistrée\. \(fiche n°/)
  })

  test('un nombre faux, une note indiscrète : refusés près de leur case, sans rien écrire', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const saisine = await aNewSaisine(coordinator, 'FORM-2')
    await coordinator.get(`${saisine}/fiche`)
    const before = await contentHash()
    const page = await coordinator.submit(`${saisine}/fiche`, {
      ...FORM,
      entretien_psychologique: '2,5',
      observations: 'Appeler le 06 12 34 56 78',
    })
    assert.include(page.text, 'Ce nombre n’est pas un entier positif.')
    assert.match(page.html, /id="f-entretien_psychologique" class="form-control is-invalid"/)
    assert.include(page.html, 'value="2,5"', 'ce qui était écrit l’est encore')
    assert.equal(await contentHash(), before)
  })

  test('une fiche réglée dit ses prestations, son rapprochement et son prix', async ({
    assert,
  }) => {
    const auditor = await enter('auditor')
    const paid = (await row<{ id: number }>('SELECT min(form_id) AS id FROM settlement_lines'))!
    const page = await auditor.get(`/fiches/${paid.id}`)
    assert.equal(page.status, 200)
    assert.include(page.text, 'Retenue')
    assert.match(page.text, /REL-2026-00000\d/)
    assert.notInclude(page.html, `/fiche"`, 'l’audit ne saisit rien')
    const platform = await enter('platform')
    assert.notInclude((await platform.get(`/fiches/${paid.id}`)).text, '€')
  })

  test('chaque constat est dit avec ce qu’il faut faire', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    const late = (await row<{ id: number; message: string }>(
      `SELECT form_id AS id, message FROM findings WHERE code = 'HORS_CONVENTION' LIMIT 1`
    ))!
    const page = await coordinator.get(`/fiches/${late.id}`)
    assert.include(page.text, late.message)
    assert.include(page.text, 'seul un avenant change la durée de la convention')
    assert.include(page.text, 'empêche le paiement')
    assert.include(
      (await coordinator.get('/fiches?rapprochement=HORS_CONVENTION')).text,
      'Hors convention'
    )
  })
})
