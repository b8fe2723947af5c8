import { test } from '@japa/runner'
import { row, rows } from '#app/shared/rows'
import { aPlayedQuarter, enter, MAILBOXES, serve, spoilt } from '#tests/support/web'

const PDF = new TextEncoder().encode('%PDF-1.7 un RIB fictif')
const IBAN = 'FR76 3000 6000 0112 3456 7890 189'

test.group('Mes coordonnées', (group) => {
  let mine = 0

  group.setup(async () => {
    await aPlayedQuarter()
    mine = (await row<{ id: number }>('SELECT association_id AS id FROM users WHERE email = ?', [
      MAILBOXES.association,
    ]))!.id
    return serve()
  })
  group.teardown(spoilt)

  test('un compte se propose avec son RIB, et les contacts connus l’apprennent', async ({
    assert,
  }) => {
    const visitor = await enter('association')
    await visitor.get('/mes-coordonnees/compte')
    const without = await visitor.submit('/mes-coordonnees/compte', { iban: IBAN, titulaire: 'X' })
    assert.include(without.text, 'Aucun justificatif n’est joint.')
    const sent = await visitor.upload(
      '/mes-coordonnees/compte',
      { iban: IBAN, titulaire: 'Association fictive' },
      'fichier',
      'rib.pdf',
      PDF
    )
    const page = await visitor.follow(sent.location!)
    assert.include(page.text, 'Compte proposé')
    assert.include(page.text, 'proposé, la fédération vous rappelle')
    assert.notInclude(page.html, '7890')
    const told = await rows<{ recipient: string; body: string }>(
      `SELECT recipient, text_body AS body FROM mails WHERE kind = 'account' ORDER BY recipient`
    )
    const { email } = (await row<{ email: string }>('SELECT email FROM associations WHERE id = ?', [
      mine,
    ]))!
    const recipients = told.map(({ recipient }) => recipient)
    assert.includeMembers(recipients, [MAILBOXES.association, email.toLowerCase()])
    assert.isFalse(told.some(({ body }) => body.includes('0189')))
  })

  test('un courriel proposé n’est changé qu’accepté, et l’ancien l’apprend', async ({ assert }) => {
    const visitor = await enter('association')
    const known = (await row<{ email: string; town: string }>(
      'SELECT email, town FROM associations WHERE id = ?',
      [mine]
    ))!
    const path = '/mes-coordonnees/mise-a-jour/contacts'
    await visitor.get(path)
    const wrong = await visitor.submit(path, {
      email: 'pas-un-courriel',
      commune: known.town,
      pays: 'FR',
    })
    assert.include(wrong.html, 'is-invalid')
    assert.isNull(await row('SELECT 1 FROM proposed_changes'))
    const cells = { email: 'nouveau@example.org', commune: known.town, pays: 'FR' }
    assert.include((await visitor.submit(path, cells)).text, 'attend la fédération')

    const { id } = (await row<{ id: number }>(
      `SELECT id FROM proposed_changes WHERE state = 'proposed'`
    ))!
    const auditor = await enter('auditor')
    assert.equal((await auditor.post(`/propositions/${id}/decision`)).status, 403)
    const coordinator = await enter('coordinator')
    assert.include((await coordinator.get(`/propositions/${id}`)).text, 'nouveau@example.org')
    const silent = await coordinator.submit(`/propositions/${id}/decision`, { verdict: 'refused' })
    assert.include(silent.text, 'Un refus se motive.')
    const done = await coordinator.submit(`/propositions/${id}/decision`, { verdict: 'accepted' })
    assert.include(done.text, 'Mise à jour acceptée')
    const now = await row<{ email: string }>('SELECT email FROM associations WHERE id = ?', [mine])
    assert.equal(now!.email, 'nouveau@example.org')
    const told = await row(
      `SELECT 1 FROM mails WHERE recipient = ? AND subject = 'Le courriel de votre association change'`,
      [known.email]
    )
    assert.exists(told)
    const twice = await coordinator.submit(`/propositions/${id}/decision`, { verdict: 'accepted' })
    assert.include(twice.text, 'n’attend plus')
  })

  test('un référent ne se propose que dans un département couvert ; un refus se lit', async ({
    assert,
  }) => {
    const visitor = await enter('association')
    const path = '/mes-coordonnees/mise-a-jour/referent'
    await visitor.get(path)
    const referent = { nom: 'Camille Fictif', email: 'camille@example.org', debut: '01/03/2027' }
    const elsewhere = await visitor.submit(path, { ...referent, departement: '2B' })
    assert.include(elsewhere.text, 'n’est pas de ceux que couvre')
    const { code } = (await row<{ code: string }>(
      'SELECT department_code AS code FROM association_departments WHERE association_id = ? LIMIT 1',
      [mine]
    ))!
    await visitor.submit(path, { ...referent, departement: code })
    const second = await visitor.submit(path, {
      ...referent,
      nom: 'Alix Fictif',
      departement: code,
    })
    assert.include(second.text, 'remplacée par une autre')
    const { id } = (await row<{ id: number }>(
      `SELECT id FROM proposed_changes WHERE kind = 'referent' AND state = 'proposed'`
    ))!
    const coordinator = await enter('coordinator')
    await coordinator.get(`/propositions/${id}`)
    await coordinator.submit(`/propositions/${id}/decision`, {
      verdict: 'refused',
      motif: 'La convention prévoit une formation.',
    })
    const page = await visitor.get('/mes-coordonnees')
    assert.include(page.text, '«\u00a0La convention prévoit une formation.\u00a0»')
    assert.equal((await visitor.get('/mes-coordonnees/mise-a-jour/__proto__')).status, 404)
  })
})
