import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { rows } from '#app/shared/rows'
import { browse, examine, listFaults, noTrouble, type Faults } from '#tests/support/browser'
import {
  aFreshInstallation,
  aLivelyQuarter,
  aPlayedQuarter,
  enter,
  MAILBOXES,
  serve,
  spoilt,
  Visitor,
  type StaffRole,
} from '#tests/support/web'
import { errorForms, sendEmpty } from '#tests/web/browser/error_forms'
import { pagesToSee } from '#tests/web/browser/pages_to_see'
import { skeleton } from '#tests/web/browser/skeleton'

const PEOPLE: (StaffRole | null)[] = [null, ...(Object.keys(MAILBOXES) as StaffRole[])]

/** Tabs at work together. */
const TABS = 3

test
  .group('Ce que tout le monde peut lire', (group) => {
    const seen = new Set<string>()
    group.each.teardown(noTrouble)
    group.teardown(spoilt)

    test('une installation vide', async ({ assert }) => {
      await aFreshInstallation()
      assert.deepEqual(await lookAtEverything('vide', seen), [])
    })

    test('un trimestre entier', async ({ assert }) => {
      await aLivelyQuarter()
      assert.deepEqual(await lookAtEverything('plein', seen), [])
    })

    test('après une erreur : chaque formulaire envoyé vide', async ({ assert }) => {
      await aPlayedQuarter()
      assert.deepEqual(await lookAtErrors(seen), [])
    })
  })
  .setup(serve)

/** Looks at each page of each role, once per shape; gives what is wrong. */
async function lookAtEverything(name: string, seen: Set<string>): Promise<string[]> {
  const faults: Faults = new Map()
  let [pages, shapes] = [0, 0]
  await inTurns(async (role, visitor, tab) => {
    for await (const { path, pattern, html } of pagesToSee(visitor, role)) {
      pages++
      if (!isNew(seen, pattern, html)) continue
      shapes++
      await tab.goto(path)
      await examine(tab, faults, `${role ?? 'nobody'} ${path}`)
    }
  })
  say(name, pages, shapes)
  return listFaults(faults)
}

async function lookAtErrors(seen: Set<string>): Promise<string[]> {
  const faults: Faults = new Map()
  let [pages, shapes] = [0, 0]
  const sent = new Set<string>()
  await inTurns(async (role, visitor, tab) => {
    for await (const { path, pattern, html } of pagesToSee(visitor, role)) {
      for (const { index, kind } of errorForms(html)) {
        if (sent.has(kind)) continue
        sent.add(kind)
        await sendEmpty(tab, path, index)
        pages++
        if (!isNew(seen, `${pattern} after ${kind}`, await tab.content())) continue
        shapes++
        await examine(tab, faults, `${role ?? 'nobody'} ${path} then ${kind}`)
      }
    }
  })
  say('erreurs', pages, shapes)
  return listFaults(faults)
}

/** Each role in a tab of its own, a few at a time. */
async function inTurns(
  look: (role: StaffRole | null, visitor: Visitor, tab: Page) => Promise<void>
): Promise<void> {
  const known = await rows<{ email: string }>('SELECT email FROM users')
  const waiting = PEOPLE.filter(
    (role) => !role || known.some(({ email }) => email === MAILBOXES[role])
  )
  const lane = async () => {
    for (let role = waiting.shift(); role !== undefined; role = waiting.shift()) {
      const visitor = role ? await enter(role) : new Visitor()
      const tab = await browse(visitor)
      await look(role, visitor, tab)
      await tab.context().close()
    }
  }
  // All of them end before the next test lays another database, even when one stumbles.
  const ended = await Promise.allSettled(Array.from({ length: TABS }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

/** Whether the frame, or what it holds, has a shape that nobody has looked at yet. */
function isNew(seen: Set<string>, pattern: string, html: string): boolean {
  const { frame, content } = skeleton(html)
  const keys = [hash(frame), hash(`${pattern} ${content}`)]
  const fresh = keys.some((key) => !seen.has(key))
  for (const key of keys) seen.add(key)
  return fresh
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function say(name: string, pages: number, shapes: number): void {
  console.log(`    ${name} : ${pages} pages lues, ${shapes} formes examinées à 1280, 390 et 320 px`)
}
