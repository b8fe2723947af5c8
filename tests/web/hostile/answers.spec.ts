import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import { DEMO_PASSWORD } from '#app/demo/demo_entrance'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import { everyRoute, existingPath, unknownPath } from '#tests/support/routes'
import {
  aPlayedQuarter,
  enter,
  freshCode,
  MAILBOXES,
  serve,
  Visitor,
  type Answer,
  type StaffRole,
} from '#tests/support/web'
import { inParallel } from '#tests/web/hostile/in_parallel'
import { startWebProcess, type WebProcess } from '#tests/web/hostile/web_process'

const ROLES = Object.keys(MAILBOXES) as StaffRole[]
const WRONG = { email: 'inconnue@example.org', password: 'au hasard' }

/** What a browser must be told, whatever the answer. */
const SAFE: Record<string, RegExp> = {
  'content-security-policy': /^default-src '(self|none)';(?!.*unsafe).*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'strict-transport-security': /^max-age=15552000$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
}

test.group('Ce que chaque réponse protège', (group) => {
  const visitors = new Map<StaffRole, Visitor>()
  let web: WebProcess

  group.setup(async () => {
    await aPlayedQuarter()
    const close = await serve()
    web = await startWebProcess()
    await Promise.all(ROLES.map(async (role) => visitors.set(role, await enter(role))))
    return async () => {
      await web.close()
      close()
    }
  })

  /** Sends to the other process what this visitor has. */
  function elsewhere(path: string, init: RequestInit = {}, cookies = ''): Promise<Response> {
    return fetch(web.url + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie: cookies, referer: web.url + path },
    })
  }

  test('chaque page, chaque refus et chaque erreur le dit au navigateur', async ({ assert }) => {
    const answers: [string, Headers][] = []
    await inParallel(everyRoute(), async ({ method, pattern, access }) => {
      const role = ROLES.find((one) => access === 'public' || access.includes(one))
      const path = (await existingPath(pattern)) ?? unknownPath(pattern)!
      const anybody = new Visitor()
      answers.push([
        `${method} ${path} sans entrer`,
        (await anybody.send(path, { method })).headers,
      ])
      // What software reads is nobody’s page.
      if (method === 'GET' && role)
        answers.push([`GET ${path}`, (await visitors.get(role)!.get(path)).headers])
    })
    const auditor = visitors.get('auditor')!
    const heavy = { method: 'POST', body: new URLSearchParams({ a: 'b'.repeat(300_000) }) }
    answers.push(
      ['404', (await auditor.get('/nulle-part')).headers],
      ['403', (await auditor.get('/utilisateurs')).headers],
      [
        '400',
        (
          await auditor.send('/vues', {
            method: 'POST',
            body: '{',
            headers: { 'content-type': 'application/json' },
          })
        ).headers,
      ],
      ['413', (await auditor.send('/vues', heavy)).headers],
      [
        '404 en JSON',
        (await auditor.send('/nulle-part', { headers: { accept: 'application/json' } })).headers,
      ]
    )
    for (const [said, headers] of answers) {
      for (const [name, expected] of Object.entries(SAFE)) {
        assert.match(headers.get(name) ?? '', expected, `${said} : ${name}`)
      }
      const kept = said.includes('/fichiers/') ? 'public, max-age=31536000, immutable' : 'no-store'
      assert.equal(headers.get('cache-control'), kept, said)
      assert.isNull(headers.get('x-powered-by'), said)
    }
    for (const [said, headers] of answers.filter(([one]) => /\/(sante|fichiers)/.test(one))) {
      assert.isNull(headers.get('set-cookie'), `${said} n’ouvre pas de session`)
    }
  })

  test('un formulaire sans le jeton de sa session n’est pas pris', async ({ assert }) => {
    await mailsHaveLeft()
    const before = await contentHash()
    const other = visitors.get('auditor')!.token
    await inParallel(
      everyRoute().filter(
        ({ method, pattern }) => method === 'POST' && !pattern.startsWith('/api/')
      ),
      async ({ pattern, access }) => {
        const role = ROLES.find(
          (one) => one !== 'auditor' && (access === 'public' || access.includes(one))
        )!
        const path = (await existingPath(pattern)) ?? unknownPath(pattern)!
        for (const token of ['', other, '__proto__']) {
          const body = new URLSearchParams(token === '' ? {} : { _csrf: token })
          const { status } = await visitors.get(role)!.send(path, { method: 'POST', body })
          assert.equal(status, 419, `POST ${path}, jeton « ${token} »`)
        }
      }
    )
    assert.equal(await contentHash(), before)
  })

  test('le cookie de la session est réservé au serveur, à ce site et au chiffré', async ({
    assert,
  }) => {
    const [cookie = ''] = (await elsewhere('/connexion')).headers.getSetCookie()
    for (const flag of [/; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i, /; Path=\//i]) {
      assert.match(cookie, flag)
    }
    assert.notMatch(cookie, /Expires|Max-Age|Domain/i, 'finie avec le navigateur')
  })

  test('entrer change de session, sortir la finit pour de bon', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.get('/connexion')
    const offered = visitor.cookies
    await visitor.post('/connexion', { email: MAILBOXES.finance, password: DEMO_PASSWORD })
    const waiting = visitor.cookies
    await visitor.get('/connexion/code')
    await visitor.post('/connexion/code', { code: await freshCode(MAILBOXES.finance) })
    const entered = visitor.cookies
    assert.notEqual(entered, offered)
    const locationWith = async (cookies: string) =>
      (await elsewhere('/mon-compte', {}, cookies)).headers.get('location')
    assert.equal(await locationWith(offered), '/connexion', 'la session d’avant n’est pas entrée')
    assert.equal(await locationWith(waiting), '/connexion')
    assert.isNull(await locationWith(entered), 'l’autre serveur connaît la session')
    await visitor.get('/mon-compte')
    await visitor.post('/deconnexion')
    assert.equal(await locationWith(entered), '/connexion')
    assert.equal(await locationWith(visitor.cookies), '/connexion')
  })

  test('les essais se comptent d’un serveur à l’autre', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.get('/connexion')
    const body = () => new URLSearchParams({ _csrf: visitor.token, ...WRONG })
    const there = () => elsewhere('/connexion', { method: 'POST', body: body() }, visitor.cookies)
    for (let time = 0; time < 3; time++) await visitor.post('/connexion', WRONG)
    for (let time = 0; time < 2; time++) assert.equal((await there()).status, 303)
    const here: Answer = await visitor.submit('/connexion', WRONG)
    assert.include(here.text, 'Trop d’essais')
    await there()
    assert.include((await visitor.get('/connexion')).text, 'Trop d’essais')
  })
})

/** The other process sends what waits: that is its work, and nobody’s request. */
async function mailsHaveLeft(): Promise<void> {
  for (let wait = 0; wait < 300; wait++) {
    const waiting = await row<{ n: number }>(
      `SELECT count(*) AS n FROM mails WHERE state = 'queued'`
    )
    if (waiting!.n === 0) return
    await setTimeout(100)
  }
  throw new Error('Mails still wait after half a minute')
}
