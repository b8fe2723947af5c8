import { test } from '@japa/runner'
import type User from '#app/accounts/user'
import { cancelRegistration } from '#app/network/meetings/cancel_registration'
import { registerForMeeting } from '#app/network/meetings/register_for_meeting'
import { granted } from '#app/demo/granted'
import { row, rows } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { someoneElse } from '#tests/support/api'
import { aPlayedQuarter, enter, serve, spoilt, type Visitor } from '#tests/support/web'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

test.group('La vie du réseau', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  async function publish(coordinator: Visitor, fields: Record<string, string>) {
    await coordinator.get('/publications')
    return coordinator.upload(
      '/publications',
      { nature: 'letter', titre: '', texte: '', convention: '', ...fields },
      'fichier',
      'lettre n° 12.pdf',
      PDF
    )
  }

  test('une lettre se publie, se lit, se télécharge, et l’on sait qui l’a lue', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const member = await enter('association')
    const published = await publish(coordinator, {
      titre: 'Lettre aux associations n° 12',
      texte: 'Le barème change au 1er janvier.',
    })
    const page = published.location!
    assert.match(page, /^\/publications\/\d+$/)
    const id = page.split('/').pop()!
    assert.include((await coordinator.get(page)).text, '0 association l’a lu sur 5')

    const list = await member.get('/lettres')
    assert.include(list.text, 'nouveau Lettre aux associations')
    for (let times = 0; times < 2; times++) {
      assert.include((await member.get(`/lettres/${id}`)).text, 'Le barème change au 1er janvier.')
    }
    const file = await member.get(`/lettres/${id}/fichier`)
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.include(file.headers.get('content-disposition')!, 'lettre%20n%C2%B0%2012.pdf')
    assert.isTrue(file.html.startsWith('%PDF-1.4'))
    assert.notInclude((await member.get('/lettres')).text, 'nouveau')
    assert.lengthOf(await rows('SELECT 1 FROM letter_readings WHERE letter_id = ?', [id]), 1)
    assert.include((await coordinator.get(page)).text, '1 association l’a lu sur 5')
    assert.include((await coordinator.get(page)).text, 'Trésorière d’association (fictif)')

    const withdrawn = await coordinator.submit(`${page}/retrait`)
    assert.include(withdrawn.text, 'La publication est retirée')
    assert.equal((await member.get(`/lettres/${id}`)).status, 404)
    assert.equal((await member.get(`/lettres/${id}/fichier`)).status, 404)
  })

  test('une fiche d’une convention n’est montrée qu’à qui travaille sous elle', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const member = await enter('association')
    const for2021 = await publish(coordinator, {
      titre: 'Pour AMF',
      convention: 'AMF-2021',
      nature: 'sheet',
    })
    const code = 'SANS-2026'
    await rows(
      `INSERT INTO conventions OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(NULL::conventions, to_jsonb(c)
         || jsonb_build_object('id', nextval(pg_get_serial_sequence('conventions', 'id')), 'code', ?::text))).*
       FROM conventions c WHERE code = 'AMF-2021'`,
      [code]
    )
    assert.equal((await member.get(`/lettres/${for2021.location!.split('/').pop()}`)).status, 200)
    const hidden = await publish(coordinator, { titre: 'Pour personne', convention: code })
    assert.equal((await member.get(`/lettres/${hidden.location!.split('/').pop()}`)).status, 404)
  })

  test('ce qui n’est pas un PDF, ou nomme quelqu’un, ne se publie pas', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    await coordinator.get('/publications')
    const before = await contentHash()
    const refused = await publish(coordinator, { titre: 'Écrire à jeanne@exemple.fr' })
    assert.equal(refused.location, '/publications')
    assert.include((await coordinator.get('/publications')).text, 'adresse électronique')
    await coordinator.upload(
      '/publications',
      { nature: 'letter', titre: 'Image' },
      'fichier',
      'a.pdf',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0])
    )
    assert.include((await coordinator.get('/publications')).text, 'Le fichier n’est pas un PDF.')
    assert.equal(await contentHash(), before)
  })

  test('un webinaire : place, liste d’attente, désistement qui donne la place, calendrier', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    await coordinator.get('/rendez-vous-reseau')
    const opened = await coordinator.post('/rendez-vous-reseau', {
      titre: 'Protéger les élus, en pratique',
      texte: 'Une heure, et vos questions.',
      jour: '2030-01-14',
      debut: '14:00',
      fin: '15:00',
      places: '1',
      lien: 'https://visio.example.org/salle',
    })
    const page = opened.location!
    const id = Number(page.split('/').pop())
    const first = await someoneElse(1)
    granted(await registerForMeeting(first, id))

    const member = await enter('association')
    const before = await member.get('/rendez-vous')
    assert.include(before.text, 'complet')
    assert.notInclude(before.html, 'visio.example.org')
    const waiting = await member.submit(`/rendez-vous/${id}/inscription`)
    assert.include(waiting.text, 'liste d’attente, rang 1')
    assert.notInclude(waiting.html, 'visio.example.org')

    granted(await cancelRegistration(first, id))
    const seated = await member.get('/rendez-vous')
    assert.include(seated.text, 'vous avez une place')
    assert.include(seated.html, 'https://visio.example.org/salle')
    const mail = (await row<{ recipient: string; body: string }>(
      `SELECT recipient, text_body AS body FROM mails WHERE kind = 'meeting' ORDER BY id DESC LIMIT 1`
    ))!
    assert.equal(mail.recipient, 'association@example.org')
    assert.include(mail.body, 'Protéger les élus, en pratique')

    const calendar = await member.get(`/rendez-vous/${id}/calendrier`)
    assert.include(calendar.headers.get('content-type')!, 'text/calendar')
    assert.include(calendar.html, 'DTSTART;TZID=Europe/Paris:20300114T140000\r\n')
    assert.include(calendar.html, 'SUMMARY;LANGUAGE=fr:Protéger les élus\\, en pratique')

    const seen = await coordinator.get(page)
    assert.include(seen.text, '1 sur 1 places')
    assert.include(seen.text, 'désisté')
    await coordinator.submit(`${page}/cloture`)
    const late = await registerForMeeting(first, id)
    assert.deepInclude((late as { refused: object[] }).refused[0]!, { code: 'INSCRIPTIONS_CLOSES' })
  })

  test('64 inscriptions à la fois pour 50 places : 50 assises, 14 en attente', async ({
    assert,
  }) => {
    const [{ id }] = (await rows<{ id: number }>(
      `INSERT INTO meetings (title, details, starts_at, ends_at, seats, created_by)
       SELECT 'Webinaire plein', '', now() + interval '1 day', now() + interval '26 hours', 50, min(id) FROM users RETURNING id`
    )) as [{ id: number }]
    const people = await rows<Pick<User, 'id' | 'associationId'>>(
      `INSERT INTO users (email, full_name, role, association_id)
       SELECT 'foule' || n || '@example.org', 'Personne ' || n, 'association', (SELECT min(id) FROM associations)
       FROM generate_series(1, 64) n RETURNING id, association_id AS "associationId"`
    )
    const taken = await Promise.all(people.map((one) => registerForMeeting(one, id)))
    const seats = taken.map((one) => granted(one).seat).filter((seat) => seat !== null)
    assert.sameMembers(
      seats,
      Array.from({ length: 50 }, (_, i) => i + 1)
    )
    const waiting = () =>
      rows<{ userId: number }>(
        `SELECT user_id AS "userId" FROM meeting_registrations
         WHERE meeting_id = ? AND seat IS NULL AND cancelled_at IS NULL ORDER BY id`,
        [id]
      )
    const before = await waiting()
    assert.lengthOf(before, 14)
    await assert.rejects(
      () =>
        rows('UPDATE meeting_registrations SET seat = 51 WHERE meeting_id = ? AND user_id = ?', [
          id,
          before[0]!.userId,
        ]),
      /n’a pas de place/
    )
    await assert.rejects(
      () =>
        rows('UPDATE meeting_registrations SET seat = 7 WHERE meeting_id = ? AND user_id = ?', [
          id,
          before[0]!.userId,
        ]),
      /meeting_registrations_one_a_seat/
    )
    const seated = people.filter(({ id: user }) => !before.some(({ userId }) => userId === user))
    await Promise.all(seated.slice(0, 10).map((one) => cancelRegistration(one, id)))
    assert.deepEqual(await waiting(), before.slice(10), 'les dix premières ont les dix places')
  })

  test('une action se déclare en codes, se compte, se retire', async ({ assert }) => {
    const member = await enter('association')
    const coordinator = await enter('coordinator')
    const action = {
      jour: '2026-06-02',
      departement: '35',
      nature: 'formation',
      participants: '40',
      avec_amf: 'oui',
      libelle: 'Congrès départemental',
    }
    await member.get('/mes-actions')
    const before = await contentHash()
    const refused = await member.submit('/mes-actions', {
      ...action,
      jour: '2099-01-01',
      departement: '99',
      nature: 'banquet',
      participants: '-2',
      avec_amf: '',
      libelle: 'Avec Mme Martin',
    })
    for (const sentence of [
      'Ce jour n’est pas encore venu.',
      'Ce département est inconnu.',
      'Cette nature d’action est inconnue.',
      'Ce nombre n’est pas lisible.',
      'Il manque si l’association de maires y était.',
      'semble nommer une personne',
    ]) {
      assert.include(refused.text, sentence)
    }
    assert.equal(await contentHash(), before)
    await member.submit('/mes-actions', action)
    const declared = await member.submit('/mes-actions', {
      ...action,
      participants: '1200',
      avec_amf: 'non',
    })
    assert.include(declared.text.replaceAll('\u202f', ' '), '1 240 participants')

    const list = await coordinator.get('/actions?nature=formation&amf=oui')
    assert.include(list.text, '1\u00a0action')
    assert.match(list.text, /Participants\u00a0:\s+40 /)
    const csv = await coordinator.get('/actions?format=csv&amf=oui')
    assert.match(
      csv.html,
      /02\/06\/2026;AV\d+;[^;]+;35;Formation d’élus ou d’agents;Congrès départemental;40;avec l’AMF/
    )
    const xlsx = await coordinator.get('/actions?format=xlsx')
    assert.include(xlsx.headers.get('content-type')!, 'spreadsheetml')

    const { id } = (await row<{ id: number }>('SELECT max(id) AS id FROM awareness_actions'))!
    const withdrawn = await member.submit(`/mes-actions/${id}/retrait`)
    assert.include(withdrawn.text, 'elle ne compte plus')
    assert.include(withdrawn.text, '40 participants')
  })

  test('la liste des natures se change, sans toucher à ce qui est déclaré', async ({ assert }) => {
    const coordinator = await enter('coordinator')
    const member = await enter('association')
    await coordinator.get('/actions')
    const added = await coordinator.submit('/actions/natures', { nature: 'Visite de mairie' })
    assert.include(added.text, 'La nature est ajoutée')
    assert.include((await member.get('/mes-actions')).text, 'Visite de mairie')
    const { id } = (await row<{ id: number }>(
      `SELECT id FROM action_kinds WHERE label = 'Visite de mairie'`
    ))!
    await coordinator.submit(`/actions/natures/${id}`)
    assert.notInclude((await member.get('/mes-actions')).text, 'Visite de mairie')
    const twice = await coordinator.submit('/actions/natures', { nature: 'visite de mairie' })
    assert.include(twice.text, 'déjà dans la liste')
  })

  test('ce qui est à une autre association n’est à personne ici', async ({ assert }) => {
    const other = await someoneElse(2)
    const [{ id }] = (await rows<{ id: number }>(
      `INSERT INTO awareness_actions (association_id, convention_id, held_on, department, kind, label, participants, with_amf, declared_by)
       SELECT ?, id, '2026-05-01', '35', 'autre', 'À une autre', 12, false, ? FROM conventions WHERE code = 'AMF-2021' RETURNING id`,
      [other.associationId, other.id]
    )) as [{ id: number }]
    const member = await enter('association')
    assert.notInclude((await member.get('/mes-actions')).text, 'À une autre')
    const before = await contentHash()
    assert.equal((await member.post(`/mes-actions/${id}/retrait`)).status, 404)
    for (const path of [
      '/lettres/999999',
      '/lettres/999999/fichier',
      '/rendez-vous/999999/calendrier',
    ]) {
      assert.equal((await member.get(path)).status, 404, path)
    }
    for (const path of ['/rendez-vous/999999/inscription', '/rendez-vous/999999/desistement']) {
      assert.equal((await member.post(path)).status, 404, path)
    }
    assert.equal(await contentHash(), before)
  })
})
