import { test } from '@japa/runner'
import { CALLS_A_MINUTE } from '#app/portal/api/rate'
import { OPENAPI } from '#app/portal/api/openapi'
import { parisDay } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import db from '@adonisjs/lucid/services/db'
import { everyRoute } from '#tests/support/routes'
import { aToken, aTokenOfAnother, call, faultsOf } from '#tests/support/api'
import { contentHash } from '#tests/support/content_hash'
import {
  aPlayedQuarter,
  baseUrl,
  enter,
  freshCode,
  MAILBOXES,
  serve,
  spoilt,
} from '#tests/support/web'

const FORMS = '/api/v1/fiches'

test.group('L’interface pour le logiciel d’une association', (group) => {
  let token = ''
  let tokenId = 0
  let mine = 0

  group.setup(async () => {
    await aPlayedQuarter()
    ;({ token, id: tokenId } = await aToken())
    mine = (await row<{ id: number }>('SELECT association_id AS id FROM users WHERE email = ?', [
      MAILBOXES.association,
    ]))!.id
    return serve()
  })
  group.each.setup(async () => {
    await db.from('rate_limits').delete()
  })
  group.teardown(spoilt)

  /** A saisine of the association whose fiche has not come, or came and pays nothing yet. */
  async function aForm() {
    const saisine = (await row<{ reference: string; convention: string; opened: string }>(
      `SELECT s.reference, c.code AS convention, s.opened_on AS opened FROM saisines s JOIN conventions c ON c.id = s.convention_id
       WHERE s.association_id = ? AND NOT EXISTS (SELECT FROM settlement_lines l WHERE l.saisine_id = s.id)
         AND NOT EXISTS (SELECT FROM return_forms f WHERE f.reference = s.reference AND f.origin = 'portal')
       ORDER BY s.id LIMIT 1`,
      [mine]
    ))!
    const last = await row<{ version: number }>(
      `SELECT max(f.version) AS version FROM return_forms f JOIN conventions c ON c.id = f.convention_id
       WHERE f.reference = ? AND c.code = ? AND f.association_id = ?`,
      [saisine.reference, saisine.convention, mine]
    )
    return {
      reference_saisine: saisine.reference,
      convention: saisine.convention,
      date_premier_contact: saisine.opened,
      date_dernier_acte: parisDay(new Date()),
      issue: 'injoignable',
      memo_de_vie: false,
      observations: 'Trois appels sans réponse.',
      prestations: {},
      attestation: true,
      version_precedente: last?.version ?? 0,
    }
  }

  function versions(reference: string) {
    return rows<{ version: number; origin: string }>(
      `SELECT version, origin FROM return_forms WHERE reference = ? AND origin = 'portal'`,
      [reference]
    )
  }

  test('le fichier OpenAPI décrit toutes les routes, et rien d’autre', async ({ assert }) => {
    const served = (await (await fetch(new URL('/api/v1/openapi.json', baseUrl()))).json()) as {
      openapi: string
      paths: object
    }
    assert.equal(served.openapi, '3.1.0')
    const described = Object.entries(OPENAPI.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`)
    )
    const declared = everyRoute()
      .filter(({ access }) => access === 'api')
      .map(({ method, pattern }) => `${method} ${pattern.replace(':number', '{numero}')}`)
    assert.sameMembers(described, declared)
    assert.deepEqual(Object.keys(served.paths), Object.keys(OPENAPI.paths))
    for (const { responses } of Object.values(OPENAPI.paths).flatMap((verbs) =>
      Object.values(verbs as Record<string, { responses: object }>)
    )) {
      assert.includeMembers(Object.keys(responses), ['401', '429'])
    }
  })

  test('sans jeton, avec un faux, ou par la session d’une personne : 401', async ({ assert }) => {
    const member = await enter('association')
    for (const headers of [
      {},
      { authorization: 'Bearer rvt_faux' },
      { authorization: 'Basic abc' },
      { cookie: member.cookies },
    ] as Record<string, string>[]) {
      const { status, body } = await call('/api/v1/saisines', { headers })
      assert.equal(status, 401)
      assert.deepInclude((body.refused as object[])[0]!, { code: 'JETON_REFUSE' })
    }
  })

  test('les saisines se lisent par pages, toutes et une seule fois', async ({ assert }) => {
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const { body } = await call(`/api/v1/saisines?limite=3${next && `&apres=${next}`}`, { token })
      const page = body.saisines as { reference: string; convention: string }[]
      assert.isAtMost(page.length, 3)
      seen.push(...page.map((one) => `${one.convention} ${one.reference}`))
      next = body.suite as string | null
    }
    const own = await rows<{ name: string }>(
      `SELECT c.code || ' ' || s.reference AS name FROM saisines s JOIN conventions c ON c.id = s.convention_id
       WHERE s.association_id = ? ORDER BY s.id`,
      [mine]
    )
    assert.deepEqual(
      seen,
      own.map(({ name }) => name)
    )
    assert.isAbove(seen.length, 3)
    for (const wrong of [
      'limite=0',
      'limite=201',
      'limite=a',
      'apres=zz',
      'apres[]=1',
      'limite[]=3',
    ]) {
      assert.equal((await call(`/api/v1/saisines?${wrong}`, { token })).status, 400, wrong)
    }
  })

  test('les relevés se lisent avec leurs lignes, dont la somme est leur total', async ({
    assert,
  }) => {
    const { body } = await call('/api/v1/releves', { token })
    const [releve] = body.releves as { numero: string; total_centimes: number }[]
    assert.isDefined(releve)
    const read = await call(`/api/v1/releves/${releve!.numero}?limite=200`, { token })
    const { lignes } = read.body.releve as { lignes: { montant_centimes: number }[] }
    assert.equal(
      lignes.reduce((sum, one) => sum + one.montant_centimes, 0),
      releve!.total_centimes
    )
    const other = (await row<{ number: string }>(
      'SELECT number FROM statements WHERE association_id <> ? LIMIT 1',
      [mine]
    ))!
    const [absent, stranger] = await Promise.all([
      call('/api/v1/releves/REL-0000', { token }),
      call(`/api/v1/releves/${other.number}`, { token }),
    ])
    assert.deepEqual([absent.status, stranger.status], [404, 404])
    assert.deepEqual(stranger.body, absent.body, 'comme s’il n’existait pas')
  })

  test('une fiche s’envoie une fois : même clé, même réponse ; autre contenu, refusé', async ({
    assert,
  }) => {
    const form = await aForm()
    const headers = { 'idempotency-key': 'envoi-0001' }
    const first = await call(FORMS, { method: 'POST', token, body: form, headers })
    assert.equal(first.status, 201, JSON.stringify(first.body))
    assert.deepEqual(first.body, {
      fiche: {
        reference_saisine: form.reference_saisine,
        convention: form.convention,
        version: form.version_precedente + 1,
      },
    })
    const shuffled = Object.fromEntries(Object.entries(form).reverse())
    const again = await call(FORMS, { method: 'POST', token, body: shuffled, headers })
    assert.deepEqual([again.status, again.body], [201, first.body])
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
    const before = await contentHash()
    const other = await call(FORMS, {
      method: 'POST',
      token,
      body: { ...form, issue: 'refus' },
      headers,
    })
    assert.equal(other.status, 409)
    assert.deepInclude((other.body.refused as object[])[0]!, { code: 'CLE_DEJA_SERVIE' })
    assert.equal(await contentHash(), before)
    assert.lengthOf(await versions(form.reference_saisine), 1)
  })

  test('64 envois de la même clé à la fois : un effet, une réponse', async ({ assert }) => {
    const form = await aForm()
    const headers = { 'idempotency-key': 'envoi-a-plusieurs' }
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => call(FORMS, { method: 'POST', token, body: form, headers }))
    )
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]))
    assert.lengthOf(new Set(answers.map(({ body }) => JSON.stringify(body))), 1)
    assert.lengthOf(await versions(form.reference_saisine), 1)
    assert.equal(
      (await row<{ n: number }>('SELECT count(*) AS n FROM api_requests WHERE key = ?', [
        'envoi-a-plusieurs',
      ]))!.n,
      1
    )
  })

  test('une fiche fautive est refusée champ par champ, et rien n’en reste', async ({ assert }) => {
    const form = await aForm()
    const send = (body: unknown, key: string, headers: Record<string, string> = {}) =>
      call(FORMS, { method: 'POST', token, body, headers: { 'idempotency-key': key, ...headers } })
    const wrong = await send(
      { ...form, issue: 'peut-être', observations: 'Appeler le 06 12 34 56 78' },
      'faute-01'
    )
    assert.equal(wrong.status, 422)
    assert.sameMembers(
      (wrong.body.refused as { field: string }[]).map(({ field }) => field),
      ['issue', 'observations']
    )
    assert.notInclude(JSON.stringify(wrong.body), '34 56')
    assert.equal((await send({ ...form, attestation: false }, 'faute-02')).status, 422)
    assert.equal((await send({ ...form, nom: 'x' }, 'faute-03')).status, 422)
    assert.equal((await send({ ...form, prestations: { ecoute: '1' } }, 'faute-04')).status, 422)
    assert.equal((await send([], 'faute-05')).status, 422)
    assert.equal((await send('{', 'faute-06')).status, 400)
    assert.equal((await send(form, 'court')).status, 400)
    assert.equal(
      (await send(JSON.stringify(form), 'faute-07', { 'content-type': 'text/plain' })).status,
      415
    )
    const stranger = await aTokenOfAnother()
    const theirs = await call(FORMS, {
      method: 'POST',
      token: stranger,
      body: form,
      headers: { 'idempotency-key': 'envoi-0001' },
    })
    assert.equal(theirs.status, 404, 'la saisine d’une autre, et la clé d’une autre')
    const unread = await send(
      { ...form, version_precedente: form.version_precedente + 7 },
      'faute-08'
    )
    assert.equal(unread.status, 409)
    assert.isEmpty(await versions(form.reference_saisine))
  })

  test('au-delà de la limite par minute : 429, et l’attente est dite', async ({ assert }) => {
    assert.equal((await call('/api/v1/releves', { token })).status, 200)
    await db
      .from('rate_limits')
      .whereLike('key', `%api_${tokenId}`)
      .update({ points: CALLS_A_MINUTE })
    const { status, headers } = await call('/api/v1/releves', { token })
    assert.equal(status, 429)
    assert.isAtLeast(Number(headers.get('retry-after')), 1)
  })

  test('un accès s’ouvre à l’écran, montre son jeton une fois, et se ferme', async ({ assert }) => {
    const member = await enter('association')
    const page = await member.get('/mes-acces')
    assert.include(page.text, 'Accès du logiciel')
    const opened = await member.submit('/mes-acces', {
      nom: 'Gestion des dossiers',
      code: await freshCode(MAILBOXES.association),
    })
    const shown = /rvt_[\w-]{43}/.exec(opened.html)?.[0]
    assert.isDefined(shown)
    assert.notInclude((await member.get('/mes-acces')).html, shown!)
    assert.equal((await call('/api/v1/releves', { token: shown! })).status, 200)
    const kept = (await row<{ id: number; row: string; used: Date | null }>(
      `SELECT id, t::text AS row, last_used_at AS used FROM api_tokens t WHERE label = 'Gestion des dossiers'`
    ))!
    assert.notInclude(kept.row, shown!)
    assert.isNotNull(kept.used)
    const closed = await member.submit(`/mes-acces/${kept.id}/fermeture`)
    assert.include(closed.text, 'n’ouvre plus rien')
    assert.equal((await call('/api/v1/releves', { token: shown! })).status, 401)
  })

  test('l’accès d’une autre ne se voit pas et ne se ferme pas', async ({ assert }) => {
    await aTokenOfAnother()
    const { id } = (await row<{ id: number }>(
      'SELECT max(id) AS id FROM api_tokens WHERE association_id <> ?',
      [mine]
    ))!
    const member = await enter('association')
    await member.get('/mes-acces')
    assert.equal((await member.post(`/mes-acces/${id}/fermeture`)).status, 404)
    assert.isNull(
      (await row<{ at: Date | null }>('SELECT revoked_at AS at FROM api_tokens WHERE id = ?', [
        id,
      ]))!.at
    )
  })

  test('le contrôle du fichier OpenAPI voit les écarts', ({ assert }) => {
    const schema = OPENAPI.components.schemas.Refus as unknown as Record<string, unknown>
    assert.isEmpty(faultsOf(schema, { refused: [{ code: 'A', message: 'B' }] }))
    assert.isNotEmpty(faultsOf(schema, { refused: [{ code: 'A' }] }))
    assert.isNotEmpty(faultsOf(schema, { refused: [], autre: 1 }))
    assert.isNotEmpty(faultsOf(schema, null))
  })
})
