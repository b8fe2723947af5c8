import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import app from '@adonisjs/core/services/app'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#app/demo/screenshots/launch_chromium'
import { granted } from '#app/demo/granted'
import { baseUrl, performWorks, type Visitor } from '#tests/support/web'

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const inPagePath = fileURLToPath(new URL('in_page.js', import.meta.url))

let starting: Promise<Browser> | undefined

/** What the pages complained of since the last look: errors of scripts, of the console, of the security policy. */
const troubles: string[] = []

export interface TabWish {
  javaScript?: boolean
  width?: number
}

/** The console says most of it; this says which directive. */
const TELL_POLICY = `addEventListener('securitypolicyviolation', (event) =>
  console.error('Security policy: ' + event.violatedDirective + ' ' + event.blockedURI))`

/** Opens a tab of the one browser of the suite, for somebody who has entered, or for anybody. */
export async function browse(
  who: Visitor | null,
  { javaScript = true, width = 1280 }: TabWish = {}
): Promise<Page> {
  starting ??= start()
  const browser = await starting
  const context = await browser.newContext({
    baseURL: baseUrl(),
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  await context.addCookies(who ? cookiesOf(who) : [])
  await context.addInitScript(TELL_POLICY)
  context.setDefaultTimeout(180_000)
  const page = await context.newPage()
  watch(page)
  return page
}

/** Fails the test whose pages complained. To be put after each test of a group. */
export function noTrouble(): void {
  const seen = [...new Set(troubles.splice(0))]
  if (seen.length > 0) throw new Error(`The browser complained:\n${seen.join('\n')}`)
}

/** Does the works that pages start, as a worker beside the server would; gives back its end. */
export function keepWorking(): () => Promise<void> {
  let on = true
  const rounds = (async () => {
    while (on) {
      await performWorks()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return async () => {
    on = false
    await rounds
  }
}

/** Each fault with the places where it stands. */
export type Faults = Map<string, string[]>

/** What is wrong for somebody who does not see well: at both widths, by day and by night; and what overflows. */
export async function examine(
  page: Page,
  faults: Faults = new Map(),
  where = new URL(page.url()).pathname
): Promise<Faults> {
  const add = (fault: string) => faults.set(fault, [...(faults.get(fault) ?? []), where])
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    for (const fault of await ask<string[]>(page, 'complaints()')) {
      add(`${width} px, ${colorScheme}: ${fault}`)
    }
    if (await ask<boolean>(page, 'overflows()')) add(`overflows at ${width} px`)
  }
  await page.setViewportSize({ width: 320, height: 900 })
  if (await ask<boolean>(page, 'overflows()')) {
    add(`overflows at 320 px: ${await ask<string>(page, 'wide()')}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  return faults
}

/** What a test says of faults: each once, with how many pages have it. */
export function listFaults(faults: Faults): string[] {
  return [...faults].map(
    ([fault, places]) => `${fault} — ${places.length}: ${places.slice(0, 4).join(', ')}`
  )
}

let scripts: Promise<string[]> | undefined

/** Asks a page about itself, by the words of `in_page.js`; scripts of the page's own may be off. */
export async function ask<T>(page: Page, question: string): Promise<T> {
  scripts ??= Promise.all([axePath, inPagePath].map((path) => readFile(path, 'utf8')))
  if (!(await page.evaluate<boolean>(`'seeing' in globalThis`))) {
    for (const script of await scripts) await page.evaluate(script)
  }
  return page.evaluate<T>(`seeing.${question}`)
}

function cookiesOf({ cookies }: Visitor) {
  return cookies
    .split('; ')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: baseUrl() }
    })
}

async function start(): Promise<Browser> {
  const browser = granted(await launchChromium())
  app.terminating(async () => browser.close())
  return browser
}

function watch(page: Page): void {
  page.on('pageerror', ({ message }) => troubles.push(`${page.url()} ${message}`))
  page.on('console', (said) => {
    // A page that says 403 or 404 is a page: its test asks for the status.
    const ofThePage = said.text().startsWith('Failed to load') && said.location().url === page.url()
    if (said.type() === 'error' && !ofThePage) troubles.push(`${page.url()} ${said.text()}`)
  })
}
