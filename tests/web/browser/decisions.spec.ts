import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { rows } from '#app/shared/rows'
import { browse, noTrouble } from '#tests/support/browser'
import { aPlayedQuarter, enter, serve, spoilt } from '#tests/support/web'
import { Hand } from '#tests/web/browser/hand'

/** Long after the quarter: nothing is on time any more. */
const LATER = new Date('2027-03-01T09:00:00Z')

test.group('Décider au clavier', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)
  group.each.teardown(noTrouble)

  test('deux touches au plus pour une concordance sûre, quatre gestes au plus pour un constat', async ({
    assert,
  }) => {
    const page = await browse(await enter('coordinator'))
    const gestures: { what: string; count: number; sure: boolean }[] = []
    for (const { code } of await rows<{ code: string }>('SELECT code FROM conventions')) {
      await reconcileConvention(code, LATER)
      await page.goto(`/rapprochement/${code}/file`)
      while (await page.locator('input[name=constat]').count()) gestures.push(await decide(page))
    }
    for (const [what, count] of Object.entries(worst(gestures)))
      console.log(`    ${what} : ${count}`)
    assert.isAtLeast(gestures.filter(({ sure }) => sure).length, 1)
    for (const { what, count, sure } of gestures) assert.isAtMost(count, sure ? 2 : 4, what)
    const decided = await rows('SELECT id FROM decisions WHERE undone_at IS NULL')
    assert.lengthOf(decided, gestures.length, 'chaque constat a sa décision')
  })
})

/** Answers the finding that is shown: what is proposed, else the first reason to accept, else a refusal. */
async function decide(page: Page): Promise<{ what: string; count: number; sure: boolean }> {
  const hand = new Hand()
  const shown = page.locator('input[name=constat]').first()
  const key = (await shown.inputValue())!
  const label = (await page.locator('.list-line [role=status]').innerText()).split('·')[1]!.trim()
  const sure = (await page.locator('label[data-key="1"]', { hasText: ', sûre' }).count()) > 0
  const choices = await page.locator('label[data-key="1"]').count()
  if (sure) await hand.press(page, 'Enter', 'rattacher à la saisine proposée')
  else if (choices > 0) {
    await hand.press(page, '1', 'choisir')
    await hand.press(page, 'Enter', 'accepter')
  } else await hand.press(page, 'x', 'refuser')
  await page.locator(`input[name=constat][value="${key}"]`).first().waitFor({ state: 'detached' })
  return { what: sure ? `${label}, proposition sûre` : label, count: hand.count, sure }
}

/** The most gestures that each kind took. */
function worst(gestures: readonly { what: string; count: number }[]): Record<string, number> {
  const most: Record<string, number> = {}
  for (const { what, count } of gestures) most[what] = Math.max(most[what] ?? 0, count)
  return most
}
