import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { DEMO_PASSWORD } from '#app/demo/demo_entrance'
import {
  aFreshInstallation,
  baseUrl,
  enter,
  freshCode,
  MAILBOXES,
  serve,
  Visitor,
  type Answer,
} from '#tests/support/web'
import { hostLine, rawRequest } from '#tests/web/hostile/raw_request'
import { watchFaults } from '#tests/web/hostile/watch_faults'

const FORM = 'Content-Type: application/x-www-form-urlencoded'
const JSON_BODY = 'Content-Type: application/json'

interface Fault {
  line?: string
  headers?: string[]
  body?: string | Uint8Array
  hangUp?: boolean
}

const BODIES: Record<string, Fault> = {
  'gzip illisible': { headers: [FORM, 'Content-Encoding: gzip'], body: 'ceci n’est pas du gzip' },
  'gzip coupé': {
    headers: [FORM, 'Content-Encoding: gzip'],
    body: gzipSync('a=1'.repeat(999)).subarray(0, 30),
  },
  'bombe gzip': {
    headers: [FORM, 'Content-Encoding: gzip'],
    body: gzipSync(Buffer.alloc(30_000_000)),
  },
  'deflate illisible': { headers: [FORM, 'Content-Encoding: deflate'], body: 'xyz' },
  'codage inconnu': { headers: [FORM, 'Content-Encoding: zip, br'], body: 'a=1' },
  'JSON coupé': { headers: [JSON_BODY], body: '{"a":' },
  'JSON d’un mot': { headers: [JSON_BODY], body: '"a"' },
  'JSON vide': { headers: [JSON_BODY], body: '' },
  'JSON profond': { headers: [JSON_BODY], body: '['.repeat(100_000) },
  'JSON qui se dit prototype': {
    headers: [JSON_BODY],
    body: '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}',
  },
  'pourcentage illisible': { headers: [FORM], body: '%zz=%zz&a=%E0%A4%A&%00=%00' },
  'noms emboîtés': {
    headers: [FORM],
    body: `a${'[b]'.repeat(5000)}=1&__proto__[x]=1&a[__proto__][y]=1`,
  },
  'dix mille champs': { headers: [FORM], body: 'a=1&'.repeat(10_000) },
  'jeu de caractères inconnu': { headers: [`${FORM}; charset=x-martien`], body: 'a=1' },
  'type illisible': { headers: ['Content-Type: ;;;/'], body: 'a=1' },
  'type inconnu': { headers: ['Content-Type: application/x-martien'], body: 'a=1' },
  'plus lourd qu’un formulaire': { headers: [FORM], body: `a=${'b'.repeat(300_000)}` },
  'plus court qu’annoncé': { headers: [FORM, 'Content-Length: 1000'], body: 'a=1', hangUp: true },
  'longueur impossible': { headers: [FORM, 'Content-Length: -5'], body: 'a=1' },
  'deux longueurs': { headers: [FORM, 'Content-Length: 3', 'Content-Length: 4'], body: 'a=1' },
  'morceaux illisibles': { headers: [FORM, 'Transfer-Encoding: chunked'], body: 'zz\r\na=1\r\n' },
  'multipart sans borne': { headers: ['Content-Type: multipart/form-data'], body: 'a=1' },
}

const ADDRESSES = [
  '/%',
  '/%zz',
  '/%00',
  '/%c0%af',
  '/%ED%A0%80',
  '/utilisateurs/%',
  '/utilisateurs/%00',
  '/fichiers/..%2f..%2f..%2fstorage%2fapp.key',
  '/fichiers/__proto__',
  '/fichiers/toString',
  '/../../etc/passwd',
  '//evil.example/',
  '/\\evil.example',
  '/;a=b',
  '/?%zz=%zz',
  '/?a[b][c]=1&a=2',
  '/?__proto__[x]=1',
  `/?${'a=1&'.repeat(2000)}`,
  '/connexion?_method=DELETE',
  'http://evil.example/acces',
  '*',
  '/acces#x',
  '/acces ',
  `/${'é'.repeat(50)}`,
  `/${'a/'.repeat(3000)}`,
]

const HEADERS: Record<string, string[]> = {
  'cookie falsifié': ['Cookie: reversement=s%3AeyJtZXNzYWdlIjoiYSJ9.faux'],
  'cookie illisible': ['Cookie: reversement=%zz; reversement=%E0%A4%A; =; ;;; a'],
  'cookie de prototype': ['Cookie: __proto__=1; constructor=j:{"a":1}; toString=2'],
  'cookie JSON illisible': ['Cookie: reversement=j:{; a=j:[[['],
  'cookie de 7 Ko': [`Cookie: reversement=${'a'.repeat(7000)}`],
  'mille cookies': [`Cookie: ${Array.from({ length: 1000 }, (_, n) => `c${n}=1`).join('; ')}`],
  'morceau négatif': ['Range: bytes=-5'],
  'morceau absurde': ['Range: bytes=99999999-1,abc'],
  'accepte n’importe quoi': ['Accept: ;;;q=', 'Accept-Encoding: ,,;q=9', 'Accept-Language: *;q=zz'],
  'adresse inventée': [
    'X-Forwarded-For: <script>, ::zz, 999.1.1.1',
    'X-Forwarded-Proto: javascript',
    'X-Forwarded-Host: evil.example',
  ],
  'date impossible': ['If-Modified-Since: hier', 'If-None-Match: W/"'],
  'change de protocole': ['Upgrade: websocket', 'Sec-WebSocket-Key: a'],
  'navigateur inconnu': [`User-Agent: ${'\u00ff'.repeat(3000)}`],
}

/** What may be said of a request that cannot be read: never that the fault is ours. */
function isKind(status: number): boolean {
  return status >= 200 && status < 500
}

test.group('Demandes illisibles', (group) => {
  let watch: ReturnType<typeof watchFaults>
  group.setup(async () => {
    await aFreshInstallation()
    watch = watchFaults()
    const close = await serve()
    return () => {
      watch.stop()
      return close()
    }
  })
  group.each.setup(() => void (watch.faults.length = 0))

  test('un corps illisible n’est jamais notre faute', async ({ assert }) => {
    const visitor = await enter('admin')
    const answers = await Promise.all(
      Object.entries(BODIES).flatMap(([name, { headers = [], body = '', hangUp }]) => {
        const length = headers.some((line) => /^(content-length|transfer-encoding)/i.test(line))
          ? []
          : [`Content-Length: ${Buffer.byteLength(body)}`]
        return ['/connexion', '/utilisateurs', '/nulle-part'].map(async (path) => {
          const lines = [`POST ${path} HTTP/1.1`, hostLine(), `Cookie: ${visitor.cookies}`]
          const answer = await rawRequest([...lines, ...headers, ...length], body, { hangUp })
          return [`${name} ${path}`, answer.status] as const
        })
      })
    )
    for (const [name, status] of answers) {
      assert.isTrue(
        isKind(status) || (status === 0 && name.startsWith('plus court')),
        `${name} : ${status}`
      )
    }
    assert.isEmpty(watch.faults)
    assert.isUndefined(({} as { a?: number }).a, 'le prototype est intact')
  })

  test('une adresse, un verbe ou un en-tête étrange non plus', async ({ assert }) => {
    const asked = [
      ...ADDRESSES.map((path) => [`GET ${path} HTTP/1.1`, hostLine()]),
      ...['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'FOO', 'get'].flatMap(
        (verb) =>
          ['/connexion', '/sante', '/acces'].map((path) => [`${verb} ${path} HTTP/1.1`, hostLine()])
      ),
      ...Object.values(HEADERS).flatMap((headers) =>
        ['/connexion', '/fichiers/app.css', '/acces'].map((path) => [
          `GET ${path} HTTP/1.1`,
          hostLine(),
          ...headers,
        ])
      ),
      ...['evil.example', '', 'a b', '[', 'localhost:999999', `${'a'.repeat(5000)}`].map((host) => [
        'GET /acces HTTP/1.1',
        `Host: ${host}`,
      ]),
      ['GET /acces HTTP/1.1'],
      ['GET /acces HTTP/9.9', hostLine()],
      ['n’importe quoi'],
      ['GET /acces HTTP/1.1', hostLine(), `X: ${'a'.repeat(20_000)}`],
      [`GET /${'a'.repeat(20_000)} HTTP/1.1`, hostLine()],
    ]
    const answers = await Promise.all(asked.map((lines) => rawRequest(lines)))
    for (const [index, { status, head }] of answers.entries()) {
      const said = asked[index]!.join(' | ').slice(0, 200)
      assert.isTrue(isKind(status), `${said} : ${status}`)
      assert.notMatch(head, /location: (\/\/|.*evil)/i, said)
    }
    assert.isEmpty(watch.faults)
  })

  test('une adresse de machine inventée n’empêche pas d’écrire qui a voulu entrer', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    await visitor.get('/connexion')
    for (const forged of ['<script>', `${'9'.repeat(3000)}`, '::1%eth0', '1.2.3.4, unknown']) {
      const body = new URLSearchParams({
        _csrf: visitor.token,
        email: 'a@example.org',
        password: 'b',
      })
      const headers = { 'x-forwarded-for': forged }
      const answer = await visitor.send('/connexion', { method: 'POST', body, headers })
      assert.equal(answer.status, 303, forged)
    }
    assert.isEmpty(watch.faults)
  })

  test('un refus ramène chez nous, d’où que la demande dise venir', async ({ assert }) => {
    const visitor = await enter('admin')
    const { host } = new URL(baseUrl())
    const origins: [referer: string, location: string][] = [
      ['http://evil.example/utilisateurs', '/'],
      [`http://${host}@evil.example/`, '/'],
      [`http://${host}.evil.example/`, '/'],
      [`http://${host}//evil.example/`, '/'],
      [`http://${host}/\\evil.example/`, '/'],
      ['//evil.example/', '/'],
      ['javascript:alert(1)', '/'],
      ['data:text/html,a', '/'],
      ['', '/'],
      [`http://${host}/%zz`, '/%25zz'],
      [`http://${host}/utilisateurs?etat=active&q=%zz`, '/utilisateurs?etat=active&q=%25zz'],
    ]
    for (const [referer, location] of origins) {
      const answer = await visitor.send('/utilisateurs', {
        method: 'POST',
        body: new URLSearchParams({ _csrf: visitor.token }),
        headers: { referer },
      })
      assert.equal(answer.status, 303, referer)
      assert.equal(answer.location, location, referer)
    }
  })

  test('l’entrée ne mène pas ailleurs', async ({ assert }) => {
    for (const path of [
      '//evil.example/acces',
      '/\\evil.example',
      '/acces?vers=//evil.example',
      '/acces/..//evil.example',
    ]) {
      const visitor = new Visitor()
      await rawRequest([`GET ${path} HTTP/1.1`, hostLine()])
      await visitor.get(path.replace(/^\/\//, '/')).catch(() => null)
      await visitor.get('/connexion')
      await visitor.post('/connexion', { email: MAILBOXES.auditor, password: DEMO_PASSWORD })
      const code = await freshCode(MAILBOXES.auditor)
      const answer: Answer = await visitor.post('/connexion/code', { code })
      assert.match(answer.location!, /^\/($|[^/\\])/, path)
    }
  })

  test('la sonde et les adresses inconnues sont répondues sans session ni bruit', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    for (let time = 0; time < 20; time++) {
      const [sound, unknown] = [await visitor.get('/sante'), await visitor.get('/nulle-part')]
      assert.deepEqual([sound.status, sound.html, unknown.status], [200, '{"status":"ok"}', 404])
    }
    assert.equal(visitor.cookies, '')
    assert.isEmpty(watch.faults)
  })
})
