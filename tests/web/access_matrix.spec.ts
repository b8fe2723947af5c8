import { test } from '@japa/runner'
import { undeclaredRoutes } from '#app/accounts/access'
import router from '@adonisjs/core/services/router'
import { everyRoute, existingPath, othersPath, ownPath, unknownPath } from '#tests/support/routes'
import { aTokenOfAnother } from '#tests/support/api'
import { contentHash } from '#tests/support/content_hash'
import {
  aLivelyQuarter,
  enter,
  MAILBOXES,
  serve,
  spoilt,
  Visitor,
  type StaffRole,
} from '#tests/support/web'

const ROLES = Object.keys(MAILBOXES) as StaffRole[]

/** Leaving ends the session that the next lines need. */
const LEAVING = '/deconnexion'

test.group('Qui peut quoi', (group) => {
  group.setup(async () => {
    await aLivelyQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('chaque route dit qui peut ; une route qui se tait arrête tout', ({ assert }) => {
    assert.isEmpty(undeclaredRoutes(Object.values(router.toJSON()).flat()))
    const silent = { pattern: '/secret', methods: ['GET'], middleware: { all: () => [] } }
    assert.deepEqual(undeclaredRoutes([silent]), ['GET /secret'])
  })

  test('sans entrer, rien ne se lit ni ne s’écrit', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.get('/connexion')
    const before = await contentHash()
    for (const { method, pattern, access } of everyRoute()) {
      if (access === 'public') continue
      const path = (await existingPath(pattern)) ?? unknownPath(pattern)!
      const answer = method === 'GET' ? await visitor.get(path) : await visitor.post(path)
      const expected = access === 'api' ? [401, null] : [303, '/connexion']
      assert.deepEqual([answer.status, answer.location], expected, `${method} ${path}`)
    }
    assert.equal(await contentHash(), before)
  })

  test('le logiciel d’une association ne lit ni n’écrit ce qui est à une autre', async ({
    assert,
  }) => {
    const stranger = await aTokenOfAnother()
    for (const { method, pattern, access } of everyRoute()) {
      if (access !== 'api') continue
      const path = (await existingPath(pattern)) ?? unknownPath(pattern)!
      const { status, text } = await new Visitor().send(path, {
        method,
        headers: { authorization: `Bearer ${stranger}` },
      })
      if (pattern.includes(':')) assert.equal(status, 404, `${method} ${path}`)
      else if (method === 'GET') assert.deepInclude(JSON.parse(text), { suite: null }, path)
      else assert.include([400, 415, 422], status, `${method} ${path} sans rien`)
    }
  })

  for (const role of ROLES) {
    test(`${role} : ce que son rôle lui donne, et rien d’autre`, async ({ assert }) => {
      const visitor = await enter(role)
      const forbidden = everyRoute().filter(
        ({ access }) => access !== 'public' && !access.includes(role)
      )
      const before = await contentHash()
      for (const { method, pattern, access } of forbidden) {
        for (const path of [await existingPath(pattern), unknownPath(pattern)]) {
          if (path === null) continue
          const answer = method === 'GET' ? await visitor.get(path) : await visitor.post(path)
          // Software enters by its token: the session of a person counts for nothing there.
          assert.equal(answer.status, access === 'api' ? 401 : 403, `${method} ${path}`)
        }
      }
      assert.equal(await contentHash(), before, 'un refus n’écrit rien')

      const allowed = everyRoute().filter(
        ({ access, pattern }) => access !== 'public' && access.includes(role) && pattern !== LEAVING
      )
      for (const { method, pattern } of allowed) {
        const [known, unknown] = [await ownPath(pattern, role), unknownPath(pattern)]
        const others = await othersPath(pattern, role)
        if (others) {
          const untouched = await contentHash()
          const { status } =
            method === 'GET' ? await visitor.get(others) : await visitor.post(others)
          assert.include([403, 404], status, `${method} ${others} est à une autre`)
          assert.equal(await contentHash(), untouched)
        }
        if (method === 'GET' && known) {
          const answer = await visitor.get(known)
          // Only the first parameter is sure to name something.
          const expected = pattern.split(':').length > 2 ? [200, 303, 404] : [200, 303]
          assert.include(expected, answer.status, `GET ${known}`)
          assert.notEqual(answer.location, '/connexion', `GET ${known}`)
        }
        if (unknown && method === 'GET') {
          assert.equal((await visitor.get(unknown)).status, 404, `GET ${unknown}`)
        }
        if (method === 'POST') {
          for (const path of [known, unknown]) {
            if (path === null) continue
            const { status } = await visitor.post(path)
            assert.include([200, 303, 400, 404, 413, 422], status, `POST ${path} sans rien`)
          }
        }
      }
    })
  }
})
