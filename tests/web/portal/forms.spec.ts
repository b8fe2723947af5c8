import { test } from '@japa/runner'
import { row, rows } from '#app/shared/rows'
import { parisDay } from '#app/shared/day'
import { contentHash } from '#tests/support/content_hash'
import { aPlayedQuarter, enter, serve, spoilt, type Visitor } from '#tests/support/web'

/** A saisine of today, confided to the association of the demonstration person. */
async function aNewSaisine(reference: string): Promise<number> {
  const coordinator = await enter('coordinator')
  await coordinator.get('/saisines/nouvelle')
  const [day, month, year] = [parisDay(new Date())].flatMap((one) => one.split('-').reverse())
  const created = await coordinator.post('/saisines', {
    reference,
    convention: 'AMF-2021',
    association: 'AV01',
    date_saisine: `${day}/${month}/${year}`,
    canal: 'plateforme',
    departement: '01',
    beneficiaire: 'elu',
  })
  return Number(created.location!.split('/').pop())
}

function formOf(page: { html: string }, more: Record<string, string> = {}): Record<string, string> {
  return {
    version: /name="version" value="(\d+)"/.exec(page.html)![1]!,
    date_premier_contact: parisDay(new Date()),
    issue: 'prise_en_charge',
    entretien_psychologique: '2',
    ...more,
  }
}

function versions(reference: string) {
  return rows<{ version: number; origin: string; attested: boolean }>(
    `SELECT version, origin, attested_by IS NOT NULL AS attested FROM return_forms WHERE reference = ? ORDER BY version`,
    [reference]
  )
}

test.group('Les fiches retour d’une association', (group) => {
  let member: Visitor

  group.setup(async () => {
    await aPlayedQuarter()
    const stop = await serve()
    member = await enter('association')
    return stop
  })
  group.teardown(spoilt)

  test('une fiche attendue se voit avec son délai, s’essaie, s’envoie attestée, et n’est plus attendue', async ({
    assert,
  }) => {
    const id = await aNewSaisine('PORT-1')
    const list = await member.get('/mes-fiches')
    const due = /À envoyer \((\d+)\)/.exec(list.text)![1]!
    assert.match((await member.get('/mon-association')).text, new RegExp(`${due} fiches? attendue`))
    const page = await member.get(`/mes-fiches/${id}`)
    assert.include(page.html, 'name="entretien_psychologique"')
    const before = await contentHash()
    const trial = await member.post(`/mes-fiches/${id}/essai`, formOf(page))
    assert.equal(trial.status, 200)
    assert.match(trial.text, /Total [\d\s\u202f]+,\d\d/)
    const refused = await member.submit(`/mes-fiches/${id}`, formOf(page))
    assert.include(refused.text, 'La fiche n’est pas attestée.')
    assert.equal(await contentHash(), before, 'ni l’essai ni le refus n’écrivent')
    const sent = await member.submit(`/mes-fiches/${id}`, formOf(page, { attestation: '1' }))
    assert.include(sent.text, 'Fiche envoyée, pour la saisine PORT-1.')
    assert.notInclude(sent.html, `/mes-fiches/${id}"`)
    assert.deepEqual(await versions('PORT-1'), [{ version: 1, origin: 'portal', attested: true }])
  })

  test('ce qui ne serait pas payé est dit pendant la saisie, et ne part que si on le veut', async ({
    assert,
  }) => {
    const id = await aNewSaisine('PORT-2')
    const page = await member.get(`/mes-fiches/${id}`)
    const early = formOf(page, { date_premier_contact: '2020-01-01', attestation: '1' })
    const trial = await member.post(`/mes-fiches/${id}/essai`, early)
    assert.include(trial.text, 'Cette fiche ne serait pas payée.')
    assert.match(trial.text, /précède la saisine/)
    const refused = await member.submit(`/mes-fiches/${id}`, early)
    assert.include(refused.text, 'Corrigez la date fautive')
    assert.deepEqual(await versions('PORT-2'), [])
    await member.submit(`/mes-fiches/${id}`, { ...early, malgre_tout: '1' })
    assert.lengthOf(await versions('PORT-2'), 1)
  })

  test('envoyer et passer à la suivante ouvre la fiche attendue d’après', async ({ assert }) => {
    const id = await aNewSaisine('PORT-7')
    const next = await aNewSaisine('PORT-8')
    const page = await member.get(`/mes-fiches/${id}`)
    assert.include(page.text, 'Envoyer et passer à la suivante')
    const more = { attestation: '1', suite: '1' }
    const sent = await member.post(`/mes-fiches/${id}`, formOf(page, more))
    assert.equal(sent.location, `/mes-fiches/${next}`)
    assert.lengthOf(await versions('PORT-7'), 1)
  })

  test('un brouillon se reprend, et ne nomme personne', async ({ assert }) => {
    const id = await aNewSaisine('PORT-3')
    const page = await member.get(`/mes-fiches/${id}`)
    const named = formOf(page, { observations: 'Rappeler le 06 12 34 56 78' })
    const refused = await member.submit(`/mes-fiches/${id}/brouillon`, named)
    assert.include(refused.text, 'numéro de téléphone')
    await member.submit(`/mes-fiches/${id}/brouillon`, formOf(page))
    const again = await member.get(`/mes-fiches/${id}`)
    assert.match(again.html, /name="entretien_psychologique"[^>]*\n?\s*value="2"/)
    assert.include((await member.get('/mes-fiches')).text, 'brouillon')
    assert.deepEqual(await versions('PORT-3'), [])
  })

  test('une fiche envoyée se corrige : chaque version reste, la correction est payée à la place', async ({
    assert,
  }) => {
    const id = await aNewSaisine('PORT-4')
    const page = await member.get(`/mes-fiches/${id}`)
    await member.submit(`/mes-fiches/${id}`, formOf(page, { attestation: '1' }))
    const again = await member.get(`/mes-fiches/${id}`)
    const more = { attestation: '1', entretien_psychologique: '3' }
    const fixed = await member.submit(`/mes-fiches/${id}`, formOf(again, more))
    assert.match(fixed.text, /Correction envoyée, version\s2/)
    assert.lengthOf(await versions('PORT-4'), 2)
    const stale = await member.submit(`/mes-fiches/${id}`, {
      ...formOf(again, more),
      entretien_psychologique: '4',
    })
    assert.include(stale.text, 'Une autre version de cette fiche a été envoyée')
    assert.lengthOf(await versions('PORT-4'), 2)
  })

  test('ce qu’une campagne a payé ne se corrige plus, et dit où contester', async ({ assert }) => {
    const paid = (await row<{ id: number; reference: string; version: number }>(
      `SELECT s.id, s.reference, f.version FROM settlement_lines l JOIN saisines s ON s.id = l.saisine_id
       JOIN return_forms f ON f.id = l.form_id JOIN users u ON u.association_id = l.association_id
       WHERE l.kind = 'service' LIMIT 1`
    ))!
    const page = await member.get(`/mes-fiches/${paid.id}`)
    assert.include(page.text, 'Cette fiche ne se corrige plus')
    const refused = await member.submit(`/mes-fiches/${paid.id}`, {
      version: String(paid.version),
      issue: 'injoignable',
      attestation: '1',
      malgre_tout: '1',
    })
    assert.match(refused.text, /déjà soumise à approbation ou émise/)
    assert.lengthOf(await versions(paid.reference), paid.version)
  })

  test('les fiches non retenues disent pourquoi et que faire', async ({ assert }) => {
    const refused = await member.get('/mes-fiches?liste=non-retenues')
    assert.equal(refused.status, 200)
    const sent = await member.get('/mes-fiches?liste=envoyees&page=zero')
    assert.equal(sent.status, 200)
    assert.include(sent.text, 'Retenue')
  })

  test('de la fiche d’une saisine confiée à une autre, elle ne lit rien de cette saisine', async ({
    assert,
  }) => {
    await rows(
      `INSERT INTO findings (convention_id, form_id, code, blocking, message, remedy)
       SELECT o.convention_id, f.id, code, true, message, 'R' FROM return_forms f
       JOIN form_outcomes o ON o.form_id = f.id AND o.outcome <> 'RETENUE'
       CROSS JOIN (VALUES ('MAUVAISE_ASSOCIATION', 'Confiée à une autre.'),
         ('DOUBLON', 'Le 12/03/2026, une fiche du portail est déjà retenue.')) AS told (code, message)
       WHERE f.association_id = (SELECT association_id FROM users WHERE role = 'association' LIMIT 1)`
    )
    for (const path of ['/mes-fiches?liste=non-retenues', '/mes-paiements']) {
      const page = await member.get(path)
      assert.equal(page.status, 200)
      assert.notInclude(page.text, '12/03/2026', path)
    }
    const { text } = await member.get('/mes-fiches?liste=non-retenues')
    assert.include(text, 'Confiée à une autre.')
  })

  test('la saisine d’une autre n’existe pas, ni pour lire ni pour écrire', async ({ assert }) => {
    const { id } = (await row<{ id: number }>(
      `SELECT min(id) AS id FROM saisines WHERE association_id <>
         (SELECT association_id FROM users WHERE role = 'association' AND association_id IS NOT NULL LIMIT 1)`
    ))!
    const before = await contentHash()
    assert.equal((await member.get(`/mes-fiches/${id}`)).status, 404)
    for (const verb of ['', '/essai', '/brouillon']) {
      const answer = await member.post(`/mes-fiches/${id}${verb}`, { issue: 'refus', version: '0' })
      assert.equal(answer.status, 404, verb)
    }
    assert.equal(await contentHash(), before)
  })

  test('le classeur porte les saisines attendues ; rempli, il les envoie toutes ou dit chaque ligne fausse', async ({
    assert,
  }) => {
    await aNewSaisine('PORT-5')
    await aNewSaisine('PORT-6')
    const titles =
      'reference_saisine;convention;date_premier_contact;issue;entretien_psychologique;observations'
    const today = parisDay(new Date())
    const file = (...lines: string[]) => Buffer.from([titles, ...lines, ''].join('\n'))
    const drop = (bytes: Buffer, attestation = '1') =>
      member.upload('/mes-fiches/classeur', { attestation }, 'classeur', 'fiches.csv', bytes)
    await member.get('/mes-fiches/classeur')
    const workbook = await member.send('/mes-fiches/classeur/fichier', { method: 'GET' })
    assert.include(workbook.headers.get('content-type'), 'spreadsheetml')

    const sound = `PORT-5;AMF-2021;${today};prise en charge;2;`
    const before = await contentHash()
    const dropped = await drop(
      file(
        sound,
        'PORT-6;AMF-2021;2020-01-01;prise en charge;1;',
        `ETRANGERE-1;AMF-2021;${today};prise en charge;1;`,
        `PORT-6;AMF-2021;${today};prise en charge;1;Rappeler le 06 12 34 56 78`
      )
    )
    assert.match(dropped.location!, /^\/mes-fiches\/classeur\/\d+$/)
    const wrong = await member.get(dropped.location!)
    assert.match(wrong.text, /3 lignes à corriger/)
    assert.include(wrong.text, 'précède la saisine')
    assert.include(wrong.text, 'Aucune saisine de votre association')
    assert.include(wrong.text, 'numéro de téléphone')
    assert.notInclude(wrong.text, '06 12 34 56 78')
    const copy = await member.get(`${dropped.location}/erreurs`)
    assert.include(copy.headers.get('content-disposition')!, 'fiches-erreurs.csv')
    const [head, first, second] = copy.html.trim().split(/\r?\n/)
    assert.match(head!, /;Erreurs$/)
    assert.match(first!, /;$/)
    assert.include(second!, 'précède la saisine')
    for (const path of ['', '/erreurs']) {
      const stranger = await (await enter('coordinator')).get(`${dropped.location}${path}`)
      assert.equal(stranger.status, 403, 'à personne d’autre')
      assert.equal((await member.get(`/mes-fiches/classeur/424242${path}`)).status, 404)
    }
    assert.equal((await drop(file(sound), '')).status, 303)
    assert.equal(await contentHash(), before)
    assert.match((await drop(Buffer.from(copy.html))).location!, /classeur\/\d+$/)

    const sent = await drop(file(sound, 'PORT-6;AMF-2021;;;;'))
    assert.equal(sent.location, '/mes-fiches')
    assert.deepEqual(await versions('PORT-5'), [{ version: 1, origin: 'portal', attested: true }])
    assert.deepEqual(await versions('PORT-6'), [])
    await drop(file(sound))
    assert.lengthOf(await versions('PORT-5'), 1)
  })

  test('soixante-quatre envois de la même fiche en font une', async ({ assert }) => {
    const id = await aNewSaisine('PORT-64')
    const page = await member.get(`/mes-fiches/${id}`)
    const form = formOf(page, { attestation: '1' })
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => member.post(`/mes-fiches/${id}`, form))
    )
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303])
    assert.deepEqual([...new Set(answers.map(({ location }) => location))], ['/mes-fiches'])
    assert.lengthOf(await versions('PORT-64'), 1)
    const events = await rows(
      `SELECT 1 FROM events e JOIN return_forms f ON f.id = e.subject_id
       WHERE e.verb = 'form.recorded' AND f.reference = 'PORT-64'`
    )
    assert.lengthOf(events, 1)
  })
})
