import { everyRoute, existingPath, type TestedRoute } from '#tests/support/routes'
import type { Answer, StaffRole, Visitor } from '#tests/support/web'

/** How many subjects of one kind are looked at; a run that is issued and one that waits are two pages (WEB_ALL=1). */
const SUBJECTS_OF_A_KIND = process.env.WEB_ALL ? 3 : 1

export interface SeenPage {
  path: string
  pattern: string
  html: string
}

/** Every page that somebody may see, read one by one: what routes declare, then what these pages lead to. */
export async function* pagesToSee(
  visitor: Visitor,
  role: StaffRole | null
): AsyncGenerator<SeenPage> {
  const routes = everyRoute().filter(
    ({ method, access }) =>
      method === 'GET' && (access === 'public' ? !role : !!role && access.includes(role))
  )
  // What names nothing known is the matter of the access matrix; a link may lead there all the same.
  const known = await Promise.all(
    routes.map(({ pattern }) => existingPath(pattern).catch(() => null))
  )
  const waiting = [...new Set(known.filter((path) => path !== null))]
  const asked = new Set<string>()
  const counts = new Map<string, number>()
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const route = routes.find((one) => answers(one, path!))
    if (!route || asked.has(path)) continue
    asked.add(path)
    const count = counts.get(route.pattern) ?? 0
    if (count >= SUBJECTS_OF_A_KIND) continue
    const answer = await visitor.get(path)
    if (answer.status !== 200 || !isPage(answer)) continue
    counts.set(route.pattern, count + 1)
    yield { path, pattern: route.pattern, html: answer.html }
    waiting.push(...linksOf(answer.html))
  }
}

function isPage({ headers }: Answer): boolean {
  return headers.get('content-type')?.startsWith('text/html') ?? false
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="(\/[^"?#]*)"(?![^>]*\bdownload\b)/g)].map(
    ([, href]) => href!
  )
}

/** The first route of the pattern answers, as in the router: `/campagnes/nouvelle` is not a run. */
function answers({ pattern }: TestedRoute, path: string): boolean {
  const [asked, declared] = [path.split('/'), pattern.split('/')]
  return (
    asked.length === declared.length &&
    declared.every((part, i) => part.startsWith(':') || part === asked[i])
  )
}
