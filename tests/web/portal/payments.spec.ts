import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { aPlayedQuarter, enter, MAILBOXES, serve, spoilt } from '#tests/support/web'

const PDF = '%PDF-'

test.group('Mes paiements', (group) => {
  let mine = 0

  group.setup(async () => {
    await aPlayedQuarter()
    mine = (await row<{ id: number }>('SELECT association_id AS id FROM users WHERE email = ?', [
      MAILBOXES.association,
    ]))!.id
    return serve()
  })
  group.teardown(spoilt)

  async function ofOthers(sql: string): Promise<number> {
    return (await row<{ id: number }>(sql, [mine]))!.id
  }

  test('un relevé, ses documents, et la raison d’une ligne', async ({ assert }) => {
    const visitor = await enter('association')
    const page = await visitor.get('/mes-paiements')
    assert.include(page.text, 'Fiches non retenues')
    assert.include(page.text, 'virement demandé pour le')
    const [link] = /\/mes-paiements\/\d+/.exec(page.html)!
    const statement = await visitor.get(link)
    assert.match(statement.text, /Relevé REL-\d{4}-\d{6}/)
    assert.include(statement.text, 'Pourquoi ce montant\u00a0?')
    const [line] = /\/mes-paiements\/lignes\/\d+/.exec(statement.html)!
    const why = await visitor.get(line)
    assert.include(why.text, 'Le barème appliqué est celui du')
    assert.include(why.text, 'Contester cette ligne')
    assert.notInclude(why.text, 'par Sasha')
    const documents = statement.html.match(/\/mes-paiements\/documents\/\d+/g)!
    assert.lengthOf(documents, 2)
    const read = await Promise.all(documents.map((path) => visitor.get(path)))
    assert.isTrue(read.some(({ html }) => html.startsWith(PDF)))
    const logged = await row(
      `SELECT 1 FROM access_log WHERE verb = 'document.read' AND detail LIKE 'REL-%.pdf'`
    )
    assert.exists(logged)
  })

  test('l’année se télécharge, et ce qui n’a pas de relevé est introuvable', async ({ assert }) => {
    const visitor = await enter('association')
    const { year } = (await row<{ year: number }>(
      'SELECT extract(year FROM max(issued_at))::int AS year FROM statements'
    ))!
    const zip = await visitor.get(`/mes-paiements/annees/${year}/releves.zip`)
    assert.equal(zip.headers.get('content-type'), 'application/zip')
    assert.isTrue(zip.html.startsWith('PK'))
    for (const path of ['1999/releves.zip', '1999/attestation.pdf', '99999999999/releves.zip']) {
      assert.equal((await visitor.get(`/mes-paiements/annees/${path}`)).status, 404, path)
    }
  })

  test('ce qui est à une autre est introuvable', async ({ assert }) => {
    const visitor = await enter('association')
    const statement = await ofOthers('SELECT id FROM statements WHERE association_id <> ? LIMIT 1')
    const line = await ofOthers('SELECT id FROM settlement_lines WHERE association_id <> ? LIMIT 1')
    const document = await ofOthers(
      `SELECT d.id FROM documents d JOIN statements s ON s.id = d.statement_id WHERE s.association_id <> ? LIMIT 1`
    )
    for (const path of [
      `/mes-paiements/${statement}`,
      `/mes-paiements/lignes/${line}`,
      `/mes-paiements/documents/${document}`,
      `/mes-reclamations/nouvelle?ligne=${line}`,
    ]) {
      assert.equal((await visitor.get(path)).status, 404, path)
    }
    const { id } = (await row<{ id: number }>(
      'SELECT id FROM documents WHERE statement_id IS NULL LIMIT 1'
    ))!
    assert.equal((await visitor.get(`/mes-paiements/documents/${id}`)).status, 404)
  })
})
