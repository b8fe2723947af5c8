import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { openDispute } from '#app/settlement/disputes/open_dispute'
import { row } from '#app/shared/rows'
import type { World } from '#tests/support/world'
import { aPlayedQuarter, enter, MAILBOXES, serve, spoilt } from '#tests/support/web'

const PDF = new TextEncoder().encode('%PDF-1.7 une pièce fictive')

test.group('Mes réclamations', (group) => {
  let mine = 0
  let world: World

  group.setup(async () => {
    world = await aPlayedQuarter()
    mine = (await row<{ id: number }>('SELECT association_id AS id FROM users WHERE email = ?', [
      MAILBOXES.association,
    ]))!.id
    return serve()
  })
  group.teardown(spoilt)

  async function lineOf(sign: '=' | '<>'): Promise<number> {
    const found = await row<{ id: number }>(
      `SELECT l.id FROM settlement_lines l JOIN statements s USING (run_id, association_id)
       WHERE association_id ${sign} ? ORDER BY l.id LIMIT 1`,
      [mine]
    )
    return found!.id
  }

  test('une ligne se conteste en deux clics, avec une pièce ; la coordination répond', async ({
    assert,
  }) => {
    const visitor = await enter('association')
    const line = await lineOf('=')
    const form = await visitor.get(`/mes-reclamations/nouvelle?ligne=${line}`)
    assert.include(form.text, 'Contester une ligne')
    const named = await visitor.upload(
      '/mes-reclamations',
      { ligne: String(line), motif: 'montant', precisions: 'Demander à Mme Fictive' },
      'piece',
      'piece.pdf',
      PDF
    )
    assert.include((await visitor.follow(named.location!)).text, 'semble nommer une personne')
    assert.isNull(await row('SELECT 1 FROM disputes'))

    const sent = await visitor.upload(
      '/mes-reclamations',
      { ligne: String(line), motif: 'montant', precisions: 'Le barème de mars.' },
      'piece',
      'piece.pdf',
      PDF
    )
    const page = await visitor.follow(sent.location!)
    assert.include(page.text, 'Réclamation envoyée')
    assert.match(page.text, /Elle vous est due le \d\d\/\d\d\/\d{4}/)
    const path = sent.location!
    assert.isTrue((await visitor.get(`${path}/piece`)).html.startsWith('%PDF-1.7'))
    const id = Number(path.split('/').at(-1))
    assert.equal((await visitor.get(`/mes-reclamations/nouvelle?ligne=${line}`)).location, path)

    const coordinator = await enter('coordinator')
    const staff = await coordinator.get(`/reclamations/${id}`)
    assert.include(staff.text, 'Réponse due')
    await coordinator.submit(`/reclamations/${id}/messages`, { message: 'Quelle date ?' })
    await visitor.get(path)
    const thread = await visitor.submit(`${path}/messages`, { message: 'Le 12 mars.' })
    assert.include(thread.text, 'Quelle date ?')
    assert.include(thread.text, 'Le 12 mars.')

    const finance = await enter('finance')
    const { id: runId } = (await row<{ id: number }>(
      `SELECT id FROM runs WHERE state = 'issued' ORDER BY id LIMIT 1`
    ))!
    assert.equal((await finance.get(`/campagnes/${runId}`)).status, 200)
    await coordinator.get(`/reclamations/${id}`)
    await coordinator.submit(`/reclamations/${id}/reponse`, {
      verdict: 'rejected',
      reponse: 'Le barème est celui de février.',
    })
    const answered = await visitor.get(path)
    assert.include(answered.text, '«\u00a0Le barème est celui de février.\u00a0»')
    assert.notInclude(answered.html, `${path}/messages`)
  })

  test('une fiche refusée se conteste depuis la liste', async ({ assert }) => {
    const form = await row<{ id: number }>(
      `SELECT f.id FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
       WHERE f.association_id = ? AND o.outcome <> 'RETENUE' LIMIT 1`,
      [mine]
    )
    assert.exists(form, 'le trimestre joué a une fiche refusée')
    const visitor = await enter('association')
    const page = await visitor.get(`/mes-reclamations/nouvelle?fiche=${form!.id}`)
    assert.include(page.text, 'Contester un refus')
    const sent = await visitor.submit('/mes-reclamations', {
      fiche: String(form!.id),
      motif: 'fiche_refusee',
      precisions: '',
    })
    assert.include(sent.text, 'Réclamation envoyée')
  })

  test('celle d’une autre, sa pièce et son fil sont introuvables', async ({ assert }) => {
    const line = await lineOf('<>')
    const { id } = granted(
      await openDispute(world.people.coordinator, {
        contested: { lineId: line },
        motive: 'montant',
        details: '',
      })
    )
    const visitor = await enter('association')
    await visitor.get('/mes-reclamations')
    for (const path of [`/mes-reclamations/${id}`, `/mes-reclamations/${id}/piece`]) {
      assert.equal((await visitor.get(path)).status, 404, path)
    }
    const written = await visitor.post(`/mes-reclamations/${id}/messages`, { message: 'Bonjour' })
    assert.equal(written.status, 404)
    const opened = await visitor.post('/mes-reclamations', {
      ligne: String(line),
      motif: 'montant',
    })
    assert.equal(opened.status, 404)
    assert.isNull(await row('SELECT 1 FROM dispute_messages WHERE dispute_id = ?', [id]))
  })
})
