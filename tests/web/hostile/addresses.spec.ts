import { test } from '@japa/runner'
import { everyRoute, ownPath, type TestedRoute } from '#tests/support/routes'
import { contentHash } from '#tests/support/content_hash'
import {
  aPlayedQuarter,
  enter,
  MAILBOXES,
  serve,
  type StaffRole,
  type Visitor,
} from '#tests/support/web'
import { SCRIPT } from '#tests/web/hostile/hostile_values'
import { inParallel } from '#tests/web/hostile/in_parallel'
import { watchFaults } from '#tests/web/hostile/watch_faults'

const ROLES = Object.keys(MAILBOXES) as StaffRole[]

/** What a parameter of a query may hold; each parameter of a page takes each in its turn. */
const VALUES = [
  (name: string) => `${name}[]=a&${name}[a]=b`,
  (name: string) => `${name}=__proto__`,
  (name: string) => `${name}=${encodeURIComponent(SCRIPT)}`,
  (name: string) => `${name}=a%00b%01%0d%0aSet-Cookie:%20x=1`,
  (name: string) => `${name}=%ED%A0%80%zz${'%D9%A3'.repeat(300)}`,
  (name: string) => `${name}=${encodeURIComponent(`' OR 1=1--%_\\`)}`,
  (name: string) => `${name}=1${'0'.repeat(30)}`,
  (name: string) => `${name}=-1`,
  (name: string) => `${name}=2147483648`,
  (name: string) => `${name}=0000-01-01`,
  (name: string) => `${name}=9999-12-31`,
]

/** What stands where a path names something. */
const NAMES = [
  '__proto__',
  'constructor',
  '-1',
  '1e3',
  '%00',
  '%2e%2e%2f%2e%2e%2fapp.key',
  '9007199254740993',
  '%27%20OR%201=1--%0d%0aSet-Cookie:x=1',
  encodeURIComponent(SCRIPT),
  '%ED%A0%80%D9%A3%F0%9F%91%A9',
  'a'.repeat(3000),
]

function readerOf({ access }: TestedRoute): StaffRole {
  const role = ROLES.find((one) => access === 'public' || access.includes(one))
  if (!role) throw new Error('Nobody of the federation may read it')
  return role
}

/** Parameters that a page asks for in its own forms, and those of every list. */
function parametersOf(html: string): string[] {
  const forms = [...html.matchAll(/<form[^>]*method="get"[^>]*>([\s\S]*?)<\/form>/g)]
  const names = forms.flatMap(([, body]) =>
    [...body!.matchAll(/\bname="(\w+)"/g)].map(([, name]) => name!)
  )
  const links = [...html.matchAll(/href="[^"]*\?([^"]*)"/g)].flatMap(([, query]) => [
    ...new URLSearchParams(query!.replaceAll('&amp;', '&')).keys(),
  ])
  return [...new Set([...names, ...links, 'q', 'tri', 'page', 'format'])].filter(
    (name) => name !== 'v'
  )
}

test.group('Chaque adresse', (group) => {
  const visitors = new Map<StaffRole, Visitor>()
  let watch: ReturnType<typeof watchFaults>

  group.setup(async () => {
    await aPlayedQuarter()
    const close = await serve()
    await Promise.all(ROLES.map(async (role) => visitors.set(role, await enter(role))))
    watch = watchFaults()
    return () => {
      watch.stop()
      return close()
    }
  })
  group.each.setup(() => void (watch.faults.length = 0))

  test('chaque paramètre de chaque page', async ({ assert }) => {
    const before = await contentHash()
    const pages = everyRoute().filter(({ method, access }) => method === 'GET' && access !== 'api')
    let asked = 0
    const wrong: string[] = []
    await inParallel(pages, async (route) => {
      const path = await ownPath(route.pattern, readerOf(route))
      if (path === null) return
      const visitor = visitors.get(readerOf(route))!
      const { html, headers } = await visitor.get(path)
      const names = headers.get('content-type')?.startsWith('text/html')
        ? parametersOf(html)
        : ['q']
      for (let turn = 0; turn < VALUES.length; turn++) {
        const query = names.map((name, at) => VALUES[(turn + at) % VALUES.length]!(name)).join('&')
        asked++
        const answer = await visitor.get(`${path}?${query}`)
        if (answer.status >= 500) wrong.push(`${path}?${query} : ${answer.status}`)
        if (answer.html.includes(SCRIPT)) wrong.push(`${path}?${query} : écho`)
      }
      if (!names.includes('tri')) return
      for (const format of ['csv', 'xlsx', 'csv%00']) {
        asked++
        const { status } = await visitor.get(`${path}?format=${format}&tri=__proto__&page=-1&q=%25`)
        if (status >= 500) wrong.push(`${path}?format=${format} : ${status}`)
      }
    })
    assert.equal(wrong.join('\n'), '')
    assert.equal([...new Set(watch.faults)].join('\n'), '')
    assert.isAbove(asked, 500)
    assert.equal(await contentHash(), before, 'lire n’écrit rien')
  })

  test('chaque nom d’une adresse', async ({ assert }) => {
    const named = everyRoute().filter(
      ({ pattern, access }) => pattern.includes(':') && access !== 'api'
    )
    const before = await contentHash()
    const wrong: string[] = []
    await inParallel(named, async (route) => {
      const visitor = visitors.get(readerOf(route))!
      for (const name of NAMES) {
        const path = route.pattern.replaceAll(/:\w+\??/g, () => name)
        const { status } =
          route.method === 'GET' ? await visitor.get(path) : await visitor.post(path)
        if (status < 300 || status >= 500) wrong.push(`${route.method} ${path} : ${status}`)
      }
    })
    assert.equal(wrong.join('\n'), '')
    assert.equal([...new Set(watch.faults)].join('\n'), '')
    assert.equal(await contentHash(), before)
  })
})
