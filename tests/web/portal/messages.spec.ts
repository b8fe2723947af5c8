import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { MAIL_MODELS } from '#app/portal/messages/mail_models'
import { queueMails } from '#app/shared/mail/queue_mails'
import { sendMail } from '#app/shared/mail/send_mail'
import { sendMails } from '#app/shared/mail/send_mails'
import { row, rows } from '#app/shared/rows'
import { storagePath } from '#start/env'
import { goRound } from '#start/rounds'
import { aPlayedQuarter, enter, MAILBOXES, serve, spoilt } from '#tests/support/web'

const FOLDER = join(storagePath, 'courriels')

test.group('Les messages d’une association', (group) => {
  let mine = 0

  group.setup(async () => {
    await aPlayedQuarter()
    mine = (await row<{ id: number }>('SELECT association_id AS id FROM users WHERE email = ?', [
      MAILBOXES.association,
    ]))!.id
    return serve()
  })
  group.teardown(spoilt)

  test('elle relit ce qu’on lui a écrit, et rien de ce qui va aux autres', async ({ assert }) => {
    const visitor = await enter('association')
    const page = await visitor.get('/mes-messages')
    assert.equal(page.status, 200)
    const all = await rows<{ id: number; subject: string; associationId: number }>(
      `SELECT id, subject, association_id AS "associationId" FROM mails WHERE kind = 'statement'`
    )
    for (const { id, subject, associationId } of all) {
      const own = associationId === mine
      assert.equal(page.text.includes(subject), own, subject)
      const message = await visitor.get(`/mes-messages/${id}`)
      assert.equal(message.status, own ? 200 : 404)
      if (own) assert.include(message.text, `/mes-paiements/`)
    }
    assert.notMatch(page.text, /\b(queued|forms_refused|gathered)\b/)
  })

  test('la liste se filtre et se lit par pages, quoi que dise l’adresse', async ({ assert }) => {
    const visitor = await enter('association')
    await rows(
      `INSERT INTO mails (kind, recipient, subject, text_body, association_id)
       SELECT 'dispute', 'bureau@example.org', 'Réponse d’essai ' || n, 'Bonjour', ? FROM generate_series(1, 60) n`,
      [mine]
    )
    const first = await visitor.get('/mes-messages?nature=dispute')
    assert.include(first.text, 'Page 1 sur 2')
    assert.notInclude(first.text, 'Relevé REL-')
    const [, next] = /href="([^"]*page=2)"/.exec(first.html)!
    const second = await visitor.get(next!.replaceAll('&amp;', '&'))
    assert.include(second.text, 'Page 2 sur 2')
    assert.include(second.text, 'Réponse d’essai 1 ')
    const found = await visitor.get('/mes-messages?objet=ESSAI%2042')
    assert.match(found.text, /1\smessage, du plus récent/)
    for (const wrong of ['nature=__proto__', 'nature[]=a', 'objet[]=%25', 'page=-9', 'objet=%00']) {
      assert.equal((await visitor.get(`/mes-messages?${wrong}`)).status, 200, wrong)
    }
    assert.include((await visitor.get('/mes-messages?objet=_%25')).text, 'Rien ne répond')
  })

  test('une invitation ne se lit pas dans le portail', async ({ assert }) => {
    const { id } = (await row<{ id: number }>(
      `INSERT INTO mails (kind, recipient, subject, text_body, secret, association_id)
       VALUES ('invitation', 'x@example.org', 'Votre accès', 'un lien', true, ?) RETURNING id`,
      [mine]
    ))!
    assert.equal((await (await enter('association')).get(`/mes-messages/${id}`)).status, 404)
  })

  test('chacun choisit quand être prévenu', async ({ assert }) => {
    const visitor = await enter('association')
    assert.include((await visitor.get('/mes-messages')).html, 'value="immediate" selected')
    const done = await visitor.submit('/mes-messages', { rythme: 'daily' })
    assert.include(done.text, 'Votre choix est enregistré.')
    assert.include(done.html, 'value="daily" selected')
    const wrong = await visitor.submit('/mes-messages', { rythme: '__proto__' })
    assert.include(wrong.text, 'Ce choix n’existe pas.')
    assert.deepEqual(await rows('SELECT rhythm FROM mail_preferences'), [{ rhythm: 'daily' }])
    await visitor.submit('/mes-messages', { rythme: 'immediate' })
  })

  test('les courriels attendent dans leur table, et partent chacun une fois, en texte et en HTML', async ({
    assert,
  }) => {
    const id = await aMail(mine)
    assert.isAbove(await queueMails(), 0)
    while ((await queueMails()) > 0);
    assert.equal(await queueMails(), 0, 'rien ne se met deux fois dans la file')
    const jobs = await row<{ n: number }>(
      `SELECT count(*) AS n FROM jobs.job WHERE name = 'mails' AND data ->> 'mailId' = ?`,
      [String(id)]
    )
    assert.equal(jobs!.n, 1)
    await sendMails([id, id])
    const files = (await readdir(FOLDER)).filter(
      (name) => name.startsWith(`courriel-${id}reversement`) || name.includes(`courriel-${id}`)
    )
    assert.lengthOf(files, 1)
    const eml = await readFile(join(FOLDER, files[0]!), 'utf8')
    assert.include(eml, 'multipart/alternative')
    assert.include(eml, 'text/html')
    assert.include(eml, `<courriel-${id}@reversement>`)
    await rm(join(FOLDER, files[0]!))
    assert.deepEqual(await rows('SELECT state, attempts FROM mails WHERE id = ?', [id]), [
      { state: 'sent', attempts: 1 },
    ])
  })

  test('un échec se voit et se retente ; un retour se note', async ({ assert }) => {
    const id = await aMail(mine)
    const send = mail.send
    mail.send = () => Promise.reject(new Error('serveur muet'))
    try {
      await assert.rejects(() => sendMails([id]), /serveur muet/)
    } finally {
      mail.send = send
    }
    const admin = await enter('admin')
    assert.include((await admin.get('/courriels?etat=failed')).text, 'serveur muet')
    await sendMail(id)
    await admin.get(`/courriels/${id}`)
    const empty = await admin.submit(`/courriels/${id}/retour`, { motif: ' ' })
    assert.include(empty.text, 'Pourquoi le courriel est-il revenu')
    const noted = await admin.submit(`/courriels/${id}/retour`, { motif: 'adresse inconnue' })
    assert.include(noted.text, 'Le retour est noté.')
    assert.include(noted.text, 'Courriel revenu. «\u00a0adresse inconnue\u00a0»')
    assert.include((await admin.get('/courriels?etat=bounced')).text, 'adresse inconnue')
    const again = await admin.submit(`/courriels/${id}/retour`, { motif: 'encore' })
    assert.include(again.text, 'son retour est déjà noté')
    assert.equal((await (await enter('finance')).post(`/courriels/${id}/retour`)).status, 403)
  })

  test('chaque tour du jour se fait, deux fois sans rien redire', async ({ assert }) => {
    const at = new Date('2026-11-24T06:30:00Z')
    for (const round of ['forms_due', 'refused_forms', 'digests']) {
      await goRound(round, at)
      const before = await row<{ n: number }>('SELECT count(*) AS n FROM mails')
      await goRound(round, at)
      assert.deepEqual(await row('SELECT count(*) AS n FROM mails'), before, round)
    }
    await assert.rejects(() => goRound('constructor', at))
  })

  test('les modèles se lisent, en texte et en HTML', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    const index = await coordinator.get('/courriels/modeles')
    for (const [name, { letter }] of Object.entries(MAIL_MODELS)) {
      assert.include(index.html, `/courriels/modeles/${name}"`)
      const page = await coordinator.get(`/courriels/modeles/${name}`)
      assert.equal(page.status, 200, name)
      assert.include(page.html, 'Forme texte')
      const html = await coordinator.get(`/courriels/modeles/${name}/html`)
      assert.equal(html.status, 200, name)
      assert.notInclude(html.headers.get('content-security-policy')!, 'unsafe')
      if (letter.link) assert.include(html.html, letter.link.path)
    }
    assert.equal((await coordinator.get('/courriels/modeles/__proto__')).status, 404)
    assert.equal((await (await enter('finance')).get('/courriels/modeles')).status, 403)
  })
})

async function aMail(associationId: number): Promise<number> {
  const written = await row<{ id: number }>(
    `INSERT INTO mails (kind, recipient, subject, text_body, html_body, association_id)
     VALUES ('statement', 'bureau@example.org', 'Relevé', 'Bonjour', '<p>Bonjour</p>', ?) RETURNING id`,
    [associationId]
  )
  return written!.id
}
