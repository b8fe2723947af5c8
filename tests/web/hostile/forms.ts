import { readFile } from 'node:fs/promises'
import router from '@adonisjs/core/services/router'
import { everyRoute, ownPath, unknownPath, type TestedRoute } from '#tests/support/routes'
import type { StaffRole, Visitor } from '#tests/support/web'

/** A form as a page shows it, or as the code of its route reads it. */
export interface Form {
  pattern: string
  role: StaffRole
  /** Address of an existing subject. */
  action: string
  /** What an ordinary person would send. */
  sample: Record<string, string>
  files: string[]
}

/** Addresses looked at for each pattern: another state of the same thing has other forms. */
const MOST_PAGES = process.env.WEB_ALL ? 2 : 1

/** One form for each POST route that somebody may call: as its page shows it, otherwise from its code. */
export async function everyForm(visitors: ReadonlyMap<StaffRole, Visitor>): Promise<Form[]> {
  // A program sends no form: its door has no session and no page.
  const posts = everyRoute().filter(
    ({ method, pattern }) => method === 'POST' && !pattern.startsWith('/api/')
  )
  const shown = new Map<string, Form>()
  await Promise.all(
    [...visitors].map(async ([role, visitor]) => {
      for (const form of await shownForms(role, visitor)) {
        const known = shown.get(form.pattern)
        if (!known || Object.keys(known.sample).length < Object.keys(form.sample).length) {
          shown.set(form.pattern, form)
        }
      }
    })
  )
  const forms: Form[] = []
  for (const route of posts) {
    const form = shown.get(route.pattern) ?? (await unseenForm(route, visitors))
    const read = await namesRead(route.pattern)
    for (const name of read) form.sample[name] ??= ''
    forms.push(form)
  }
  return forms
}

async function shownForms(role: StaffRole, visitor: Visitor): Promise<Form[]> {
  const routes = everyRoute()
  const reads = routes.filter(
    ({ method, access }) => method === 'GET' && (access === 'public' || access.includes(role))
  )
  const waiting: string[] = []
  for (const { pattern } of reads) {
    const path = await ownPath(pattern, role)
    if (path !== null) waiting.push(path)
  }
  const looked = new Map<string, Set<string>>()
  const forms: Form[] = []
  for (const path of waiting) {
    const pattern = patternOf(path, reads)
    if (!pattern || pattern.startsWith('/fichiers') || pattern.startsWith('/documents')) continue
    const seen = looked.get(pattern) ?? new Set()
    looked.set(pattern, seen)
    if (seen.has(path) || seen.size >= MOST_PAGES) continue
    seen.add(path)
    const { html, headers } = await visitor.get(path)
    if (!headers.get('content-type')?.startsWith('text/html')) continue
    waiting.push(...[...html.matchAll(/href="(\/[^"?#]*)"/g)].map(([, href]) => href!))
    forms.push(...formsOf(html, role, routes))
  }
  return forms
}

function formsOf(html: string, role: StaffRole, routes: TestedRoute[]): Form[] {
  const posts = routes.filter(({ method }) => method === 'POST')
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head, body]) => {
    const action = /action="([^"]*)"/.exec(head!)?.[1]
    const pattern = action && /method="post"/.test(head!) ? patternOf(action, posts) : undefined
    if (!action || !pattern) return []
    const sample: Record<string, string> = {}
    const files: string[] = []
    for (const [tag, kind] of body!.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
      const name = /\bname=["']([^"']+)/.exec(tag)?.[1]
      if (!name || name === '_csrf') continue
      if (/type="file"/.test(tag)) files.push(name)
      else sample[name] ??= sampleOf(tag, kind!, body!, name)
    }
    return [{ pattern, role, action, sample, files }]
  })
}

/** An ordinary value for a field. */
function sampleOf(tag: string, kind: string, body: string, name: string): string {
  if (kind === 'select') {
    const options = body.slice(body.indexOf(`name="${name}"`))
    return /<option value="([^"]+)"/.exec(options)?.[1] ?? ''
  }
  const value = /\bvalue="([^"]+)"/.exec(tag)?.[1]
  if (value) return value
  const type = /\btype="(\w+)"/.exec(tag)?.[1]
  return { date: '2026-07-01', number: '1', email: 'une@example.org' }[type ?? ''] ?? 'Un texte.'
}

async function unseenForm(
  { pattern, access }: TestedRoute,
  visitors: ReadonlyMap<StaffRole, Visitor>
): Promise<Form> {
  const role = [...visitors.keys()].find((one) => access === 'public' || access.includes(one))
  if (!role) throw new Error(`Nobody of the federation may POST ${pattern}`)
  const action = (await ownPath(pattern, role)) ?? unknownPath(pattern)!
  return { pattern, role, action, sample: {}, files: [] }
}

/** Names of fields that the controller of a POST route reads: a page may not show them now. */
export async function namesRead(pattern: string): Promise<string[]> {
  const { handler } = router
    .toJSON()
    .root!.find((route) => route.pattern === pattern && route.methods.includes('POST'))!
  if (typeof handler === 'function') return []
  const [controller] = [handler.reference].flat() as unknown[]
  const path = /import\(['"]#app\/([\w/]+)['"]\)/.exec(String(controller))?.[1]
  if (!path) throw new Error(`Where is the controller of ${pattern}?`)
  const code = await readFile(new URL(`../../../app/${path}.ts`, import.meta.url), 'utf8')
  const calls = code.matchAll(/\b(?:typed|typedOrNull|ticked)\(\s*[\w.]+,\s*'(\w+)'/g)
  return [...new Set([...calls].map(([, name]) => name!))]
}

export function patternOf(path: string, routes: readonly TestedRoute[]): string | undefined {
  // Words before parameters: « /imports/nouveau » is not an import.
  const sorted = [...routes].sort(
    (a, b) => Number(a.pattern.includes(':')) - Number(b.pattern.includes(':'))
  )
  return sorted.find(({ pattern }) => regexpOf(pattern).test(path))?.pattern
}

function regexpOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/:\w+\??/g, '[^/]+')}$`)
}
