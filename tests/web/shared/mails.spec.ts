import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { aFreshInstallation, enter, serve } from '#tests/support/web'

test.group('Les courriels', (group) => {
  group.setup(async () => {
    await aFreshInstallation()
    return serve()
  })

  test('un courriel en échec se relit et se renvoie, une fois', async ({ assert }) => {
    const id = await aMail('failed', false)
    const admin = await enter('admin')
    const list = await admin.get('/courriels?etat=failed')
    assert.include(list.text, 'boîte pleine')
    const page = await admin.get(`/courriels/${id}`)
    assert.include(page.text, 'Bonjour, votre fiche manque.')
    assert.include(page.text, 'en échec')
    const resent = await admin.submit(`/courriels/${id}/renvoi`)
    assert.include(resent.text, 'Le courriel repart.')
    assert.include(resent.text, 'Courriel renvoyé.')
    await row(`UPDATE mails SET state = 'sent', sent_at = now() WHERE id = ?`, [id])
    const again = await admin.submit(`/courriels/${id}/renvoi`)
    assert.include(again.text, 'Ce courriel n’est pas en échec.')
    assert.equal(
      (await row<{ state: string }>('SELECT state FROM mails WHERE id = ?', [id]))!.state,
      'sent'
    )
  })

  test('un courriel qui fait entrer ne se lit pas', async ({ assert }) => {
    const id = await aMail('failed', true)
    const page = await (await enter('admin')).get(`/courriels/${id}`)
    assert.include(page.text, 'seule la personne qui le reçoit peut le lire')
    assert.notInclude(page.text, 'votre fiche manque')
  })

  test('personne d’autre n’y entre', async ({ assert }) => {
    const id = await aMail('failed', false)
    for (const role of ['platform', 'coordinator', 'finance', 'approver', 'auditor'] as const) {
      const visitor = await enter(role)
      assert.equal((await visitor.get('/courriels')).status, 403, role)
      assert.equal((await visitor.post(`/courriels/${id}/renvoi`)).status, 403, role)
    }
    assert.equal(
      (await row<{ state: string }>('SELECT state FROM mails WHERE id = ?', [id]))!.state,
      'failed'
    )
  })
})

async function aMail(state: string, secret: boolean): Promise<number> {
  const mail = await row<{ id: number }>(
    `INSERT INTO mails (kind, recipient, subject, text_body, secret, state, attempts, failure)
     VALUES ('reminder', 'bureau@example.org', 'Une fiche manque', 'Bonjour, votre fiche manque.', ?, ?, 3, 'boîte pleine') RETURNING id`,
    [secret, state]
  )
  return mail!.id
}
