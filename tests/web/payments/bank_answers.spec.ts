import { test } from '@japa/runner'
import { row, rows } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'
import {
  accountFile,
  comeBack,
  lotDebit,
  openItems,
  statusFile,
  told,
  transferStates,
} from '#tests/scenario/payments/bank'
import { enter, freshCode, MAILBOXES } from '#tests/support/web'
import { bankDesk } from '#tests/web/payments/bank_desk'

const DAY = '2026-12-02'

test.group('Les réponses de la banque, à l’écran', (group) => {
  const { order, upload } = bankDesk(group)

  test('un mauvais fichier est dit, un nom d’attaque est inoffensif, et rien n’est écrit', async ({
    assert,
  }) => {
    const before = await row('SELECT count(*) AS n FROM bank_files')
    const page = await upload('<script>alert(1)</script>.xml', Buffer.from('<a>'))
    assert.match(page.text, /XML|fichier/)
    const finance = await enter('finance')
    await finance.get('/reponses-banque')
    const none = await finance.submit('/reponses-banque')
    assert.include(none.text, 'Aucun fichier n’est joint.')
    assert.deepEqual(await row('SELECT count(*) AS n FROM bank_files'), before)
  })

  test('un nom proche se confirme par la direction, avec une raison et un code récent', async ({
    assert,
  }) => {
    const { id } = (await row<{ id: number }>('SELECT id FROM payee_checks'))!
    const path = `/beneficiaires/${id}`
    const finance = await enter('finance')
    assert.include((await finance.get(path)).text, 'NOM VRAI (FICTIF)')
    assert.notInclude((await finance.get(path)).html, 'name="raison"')
    assert.equal((await finance.post(`${path}/confirmation`)).status, 403)
    const approver = await enter('approver')
    await approver.get(path)
    const empty = await approver.submit(`${path}/confirmation`, { raison: '' })
    assert.include(empty.text, 'Dites ce qui prouve')
    const done = await approver.submit(`${path}/confirmation`, {
      raison: 'Confirmé au numéro connu (fictif).',
      code: await freshCode(MAILBOXES.approver),
    })
    assert.include(done.text, 'Titulaire confirmé')
    assert.include(done.text, 'Confirmé au numéro connu (fictif).')
  })

  test('un compte rendu accepte l’ordre, rejette un virement et dit pourquoi, jusqu’au portail', async ({
    assert,
  }) => {
    const mine = (await row<{ endToEndId: string; statementId: number }>(
      `SELECT t.end_to_end_id AS "endToEndId", s.id AS "statementId" FROM transfers t
       JOIN statements s ON s.id = t.statement_id JOIN users u ON u.association_id = s.association_id
       WHERE u.email = 'association@example.org'`
    ))!
    const lines = [
      told(order(), mine.endToEndId, 'RJCT', { reason: 'AC04', words: 'COMPTE CLOTURE' }),
    ]
    const page = await upload('compte-rendu.xml', statusFile(order(), DAY, 'PART', lines))
    assert.match(page.text, /virements? acceptés?, 1\svirement rejeté/)
    const finance = await enter('finance')
    const shown = await finance.get(`/ordres/1`)
    assert.include(shown.text, 'Le compte est clôturé (AC04)')
    assert.include(shown.text, 'virement rejeté')
    const association = await enter('association')
    const portal = await association.get(`/mes-paiements/${mine.statementId}`)
    assert.include(
      portal.text,
      'virement rejeté par la banque le 02/12/2026 parce que le compte est clôturé. Proposez un autre compte'
    )
    const fresh = await finance.get('/ordres/nouveau')
    assert.include(fresh.text, 'Le compte est bloqué')
    assert.include(fresh.text, '(réémis)')
  })

  test('le débit du lot exécute les virements ; le même fichier ne change rien', async ({
    assert,
  }) => {
    const waiting = (await row<{ sum: number }>(
      `SELECT sum(amount_cents)::bigint AS sum FROM transfers WHERE state = 'accepted'`
    ))!
    const file = accountFile(DAY, lotDebit(DAY, order(), waiting.sum))
    assert.match((await upload('releve.xml', file)).text, /virements? exécutés?/)
    assert.include((await upload('releve.xml', file)).text, 'déjà importé\u00a0: rien n’a changé')
    assert.deepEqual(await breaches(), [])
  })

  test('un suspens se rapproche sur deux côtés, par qui en a le droit', async ({ assert }) => {
    const executed = (await row<{ id: number; endToEndId: string; amount: number }>(
      `SELECT id, end_to_end_id AS "endToEndId", amount_cents AS amount FROM transfers WHERE state = 'executed' LIMIT 1`
    ))!
    const back = comeBack('2026-12-20', executed.endToEndId, executed.amount, 'MS03')
    const nameless = { ...back, transfers: [], label: `RETOUR ${executed.endToEndId}` }
    await upload('retour.xml', accountFile('2026-12-20', nameless))
    const item = (await row<{ id: number }>('SELECT max(id) AS id FROM bank_items'))!
    const path = `/suspens/${item.id}`
    const auditor = await enter('auditor')
    const read = await auditor.get(path)
    assert.include(read.text, executed.endToEndId)
    assert.notInclude(read.html, 'name="virements"')
    assert.equal((await auditor.post(`${path}/rapprochement`)).status, 403)
    const finance = await enter('finance')
    const two = await finance.get(path)
    assert.include(two.text, 'Le virement qui revient')
    assert.include(two.text, 'le montant est le même')
    const none = await finance.submit(`${path}/rapprochement`, { references: 'REL-1999-1' })
    assert.include(none.text, 'Aucun virement n’est choisi.')
    const done = await finance.submit(`${path}/rapprochement`, {
      virements: String(executed.id),
    })
    assert.include(done.text, 'la somme est de nouveau due')
    assert.include(await transferStates(), `${executed.endToEndId} returned`)
    assert.deepEqual(await breaches(), [])
  })

  test('un suspens se classe avec une raison, et se rouvre', async ({ assert }) => {
    const fees = (await row<{ id: number }>('SELECT min(id) AS id FROM bank_items'))!
    const path = `/suspens/${fees.id}`
    const finance = await enter('finance')
    await finance.get(path)
    assert.include(
      (await finance.submit(`${path}/classement`, { raison: '' })).text,
      'Dites pourquoi'
    )
    const done = await finance.submit(`${path}/classement`, { raison: 'Frais de compte.' })
    assert.include(done.text, 'Suspens classé.')
    assert.notInclude(await openItems(), 'DEBIT_SANS_REFERENCE -1250')
    const again = await finance.submit(`${path}/reouverture`)
    assert.include(again.text, 'Suspens rouvert.')
    assert.include(await openItems(), 'DEBIT_SANS_REFERENCE -1250')
  })

  test('les listes se filtrent, et ce qui n’existe pas est introuvable', async ({ assert }) => {
    const finance = await enter('finance')
    for (const path of [
      '/reponses-banque?suspens=1',
      '/suspens?suite=open',
      '/beneficiaires?reponse=RVMC',
    ]) {
      assert.equal((await finance.get(path)).status, 200, path)
    }
    for (const path of ['/reponses-banque/999999', '/suspens/0', '/beneficiaires/__proto__']) {
      assert.equal((await finance.get(path)).status, 404, path)
    }
    const csv = await finance.get('/suspens.csv')
    assert.notEqual(csv.status, 500)
    const files = await rows<{ id: number }>('SELECT id FROM bank_files ORDER BY id')
    const kept = await finance.get(`/reponses-banque/${files[0]!.id}/fichier`)
    assert.include(kept.html, 'pain.002')
    assert.equal(
      (await (await enter('auditor')).get(`/reponses-banque/${files[0]!.id}/fichier`)).status,
      403
    )
  })
})
