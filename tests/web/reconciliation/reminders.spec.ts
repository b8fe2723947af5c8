import { test } from '@japa/runner'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { sendReminder } from '#app/reconciliation/reminders/send_reminder'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'

/** Long after the quarter: nothing is on time any more. */
const LATER = new Date('2027-03-01T09:00:00Z')
const DAY = 24 * 3600 * 1000

interface LateOne {
  id: number
  reference: string
  associationId: number
  email: string
}

async function lateOnes(): Promise<LateOne[]> {
  return rows<LateOne>(
    `SELECT s.id, s.reference, a.id AS "associationId", a.email FROM findings n JOIN saisines s ON s.id = n.saisine_id
     JOIN associations a ON a.id = s.association_id WHERE n.code = 'FICHE_MANQUANTE' ORDER BY s.id`
  )
}

function sent(): Promise<{ recipient: string; text: string }[]> {
  return rows(`SELECT recipient, text_body AS text FROM mails WHERE kind = 'reminder' ORDER BY id`)
}

test.group('Relances', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    for (const code of ['AMF-2021', 'MIN-2023', 'FIC-2026']) await reconcileConvention(code, LATER)
    return serve()
  })
  group.teardown(spoilt)

  test('le courriel se lit avant de partir, part une fois, et se voit sur la saisine', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const [late] = await lateOnes()
    const { id, reference, associationId, email } = late!
    const path = `/relances/${associationId}`
    assert.include((await coordinator.get('/relances')).html, `href="${path}"`)
    const page = await coordinator.get(`${path}?saisine=${id}`)
    assert.include(page.text, 'Le courriel qui partira')
    assert.include(page.text, `- ${reference}, saisine du`)
    assert.isEmpty(await sent(), 'lire n’envoie rien')

    const done = await coordinator.submit(path, { saisine: String(id) })
    assert.include(done.text, `La relance part à ${email}, pour 1 saisine.`)
    const [mail, ...others] = await sent()
    assert.isEmpty(others)
    assert.equal(mail!.recipient, email)
    assert.include(mail!.text, reference)
    assert.include((await coordinator.get(`/saisines/${id}`)).text, 'Fiche retour réclamée à')

    const again = await coordinator.submit(path, { saisine: String(id) })
    assert.include(again.text, `Relance trop récente\u00a0: ${reference}.`)
    assert.lengthOf(await sent(), 1)
  })

  test('quinze jours plus tard, c’est une seconde relance', async ({ assert }) => {
    const { id: actorId } = (await row<{ id: number }>(
      `SELECT id FROM users WHERE role = 'coordinator'`
    ))!
    const { id, associationId } = (await lateOnes()).at(-1)!
    const reminder = { associationId, saisineIds: [id], actorId }
    for (const [days, refused] of [
      [0, false],
      [14, true],
      [15, false],
    ] as const) {
      const answer = await sendReminder(reminder, new Date(LATER.getTime() + days * DAY))
      assert.equal(isRefused(answer), refused, `${days} jours après`)
    }
    assert.deepEqual(
      await rows('SELECT level FROM reminders WHERE saisine_id = ? ORDER BY id', [id]),
      [{ level: 1 }, { level: 2 }]
    )
    assert.include((await sent()).at(-1)!.text, 'déjà relancée')
  })

  test('sans courriel, sans saisine cochée ou pour une autre association, rien ne part', async ({
    assert,
  }) => {
    const coordinator = await enter('coordinator')
    const before = (await sent()).length
    const [late] = await lateOnes()
    const other = (await row<{ id: number }>('SELECT id FROM associations WHERE id <> ? LIMIT 1', [
      late!.associationId,
    ]))!
    await coordinator.get('/relances')
    assert.include(
      (await coordinator.submit(`/relances/${late!.associationId}`)).text,
      'Aucune saisine n’est cochée.'
    )
    assert.include(
      (await coordinator.submit(`/relances/${other.id}`, { saisine: String(late!.id) })).text,
      'n’attend plus de fiche, ou a changé d’association'
    )
    await rows('UPDATE associations SET email = NULL WHERE id = ?', [late!.associationId])
    assert.include(
      (await coordinator.submit(`/relances/${late!.associationId}`, { saisine: String(late!.id) }))
        .text,
      'n’est pas enregistré'
    )
    assert.lengthOf(await sent(), before)
  })

  test('qui ne fait que lire n’envoie rien', async ({ assert }) => {
    const finance = await enter('finance')
    const [late] = await lateOnes()
    const page = await finance.get(`/relances/${late!.associationId}`)
    assert.equal(page.status, 200)
    assert.notInclude(page.html, 'Envoyer la relance')
    const before = (await sent()).length
    const answer = await finance.post(`/relances/${late!.associationId}`, {
      saisine: String(late!.id),
    })
    assert.equal(answer.status, 403)
    assert.lengthOf(await sent(), before)
  })
})
