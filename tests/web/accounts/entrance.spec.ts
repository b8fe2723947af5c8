import { test } from '@japa/runner'
import { closeUser, reopenUser } from '#app/accounts/close_user'
import { DEMO_PASSWORD } from '#app/demo/demo_entrance'
import { row } from '#app/shared/rows'
import { aFreshInstallation, enter, freshCode, MAILBOXES, serve, Visitor } from '#tests/support/web'

test.group('L’entrée', (group) => {
  group.setup(async () => {
    await aFreshInstallation()
    return serve()
  })

  test('qui n’est pas entré est conduit à la porte, puis là où il allait', async ({ assert }) => {
    const visitor = new Visitor()
    assert.equal((await visitor.get('/acces')).location, '/connexion')
    await visitor.get('/connexion')
    const next = await visitor.post('/connexion', {
      email: MAILBOXES.admin,
      password: DEMO_PASSWORD,
    })
    assert.equal(next.location, '/connexion/code')
    assert.equal(
      (await visitor.get('/acces')).location,
      '/connexion',
      'le mot de passe seul n’ouvre rien'
    )
    const code = await freshCode(MAILBOXES.admin)
    assert.equal((await visitor.post('/connexion/code', { code })).location, '/acces')
    assert.equal((await visitor.get('/acces')).status, 200)
  })

  test('un mauvais mot de passe et une adresse inconnue reçoivent la même réponse', async ({
    assert,
  }) => {
    for (const email of [MAILBOXES.finance, 'personne@example.org']) {
      const visitor = new Visitor()
      await visitor.get('/connexion')
      const page = await visitor.submit('/connexion', { email, password: 'au hasard' })
      assert.include(page.text, 'L’adresse ou le mot de passe n’est pas le bon.')
      assert.include(page.html, `value="${email}"`, 'ce qui était écrit l’est encore')
      assert.notInclude(page.html, 'au hasard')
    }
  })

  test('un code ne sert qu’une fois', async ({ assert }) => {
    const code = await freshCode(MAILBOXES.auditor)
    const attempts = await Promise.all(
      [1, 2].map(async () => {
        const visitor = new Visitor()
        await visitor.get('/connexion')
        await visitor.post('/connexion', { email: MAILBOXES.auditor, password: DEMO_PASSWORD })
        await visitor.get('/connexion/code')
        return visitor.post('/connexion/code', { code })
      })
    )
    assert.sameMembers(
      attempts.map(({ location }) => location),
      ['/', '/connexion/code']
    )
  })

  test('après cinq mots de passe faux, l’adresse attend un quart d’heure, même avec le bon', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    await visitor.get('/connexion')
    for (let attempt = 0; attempt < 5; attempt++) {
      await visitor.post('/connexion', { email: MAILBOXES.platform, password: 'faux' })
    }
    const page = await visitor.submit('/connexion', {
      email: MAILBOXES.platform,
      password: DEMO_PASSWORD,
    })
    assert.include(page.text, 'Trop d’essais')
    assert.equal((await visitor.get('/connexion/code')).location, '/connexion')
  })

  test('fermer un compte finit ses sessions à l’instant', async ({ assert }) => {
    const visitor = await enter('coordinator')
    assert.equal((await visitor.get('/mon-compte')).status, 200)
    const [admin, coordinator] = await Promise.all(
      [MAILBOXES.admin, MAILBOXES.coordinator].map((email) =>
        row<{ id: number }>('SELECT id FROM users WHERE email = ?', [email])
      )
    )
    await closeUser(admin!.id, coordinator!.id)
    assert.equal((await visitor.get('/mon-compte')).location, '/connexion')
    await reopenUser(admin!.id, coordinator!.id)
  })

  test('une session finie ailleurs n’ouvre plus rien', async ({ assert }) => {
    const [here, elsewhere] = [await enter('finance'), await enter('finance')]
    const page = await here.get('/mon-compte')
    const key = /mon-compte\/sessions\/([0-9a-f]{32})/.exec(page.html)![1]!
    await here.post(`/mon-compte/sessions/${key}`)
    assert.equal((await elsewhere.get('/mon-compte')).location, '/connexion')
    assert.equal((await here.get('/mon-compte')).status, 200)
  })

  test('une personne invitée choisit son mot de passe, puis son application, et reçoit ses codes de secours', async ({
    assert,
  }) => {
    const admin = await enter('admin')
    await admin.get('/utilisateurs/invitation')
    const page = await admin.submit('/utilisateurs', {
      name: 'Nouvelle Personne',
      email: 'nouvelle@example.org',
      role: 'finance',
    })
    assert.include(page.text, 'L’invitation part à nouvelle@example.org.')
    const link = /\/invitation\/[\w-]{32}/.exec(page.html)![0]
    const mail = await row<{ text: string; recipient: string }>(
      `SELECT text_body AS text, recipient FROM mails WHERE kind = 'invitation'`
    )
    assert.equal(mail!.recipient, 'nouvelle@example.org')
    assert.include(mail!.text, link)

    const person = new Visitor()
    await person.get(link)
    assert.include(
      (await person.submit(link, { password: 'court' })).text,
      'de 12 à 200 caractères'
    )
    assert.include(
      (await person.submit(link, { password: 'le chat dort au soleil' })).text,
      'Votre mot de passe est enregistré'
    )
    assert.equal((await person.get(link)).location, '/connexion', 'le lien ne sert qu’une fois')
    await person.get('/connexion')
    const next = await person.post('/connexion', {
      email: 'nouvelle@example.org',
      password: 'le chat dort au soleil',
    })
    assert.equal(next.location, '/connexion/application')
    const enrolment = await person.get('/connexion/application')
    const secret = /user-select-all">([A-Z2-7 ]+)</.exec(enrolment.html)![1]!.replaceAll(' ', '')
    const { codeAt } = await import('#app/accounts/entry/totp')
    const account = await person.submit('/connexion/application', { code: codeAt(secret) })
    assert.lengthOf(account.html.match(/[a-z2-9]{5}(-[a-z2-9]{5}){3}/g)!, 10)
  })

  test('un code de secours remplace le téléphone une fois', async ({ assert }) => {
    const admin = await enter('admin')
    const page = await admin.submit('/mon-compte/codes-de-secours', {
      code: await freshCode(MAILBOXES.admin),
    })
    const [code] = page.html.match(/[a-z2-9]{5}(-[a-z2-9]{5}){3}/g)!
    for (const location of ['/', '/connexion/code']) {
      const visitor = new Visitor()
      await visitor.get('/connexion')
      await visitor.post('/connexion', { email: MAILBOXES.admin, password: DEMO_PASSWORD })
      await visitor.get('/connexion/code')
      assert.equal(
        (await visitor.post('/connexion/code', { code: code!.toUpperCase() })).location,
        location
      )
    }
  })

  test('un formulaire sans le jeton de la session n’est pas pris', async ({ assert }) => {
    const visitor = new Visitor()
    const page = await visitor.post('/connexion', {
      email: MAILBOXES.admin,
      password: DEMO_PASSWORD,
    })
    assert.equal(page.status, 419)
    assert.include(page.text, 'Page trop ancienne')
  })
})
