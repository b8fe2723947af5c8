import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { openDemoEntrance } from '#app/demo/demo_entrance'
import { approveDemoAccounts } from '#app/demo/play_network'
import { DEFAULT_RATES, type FindingRates } from '#app/demo/quarter/finding_rates'
import { row } from '#app/shared/rows'
import {
  browse,
  examine,
  keepWorking,
  listFaults,
  noTrouble,
  type Faults,
} from '#tests/support/browser'
import { emptyDatabase } from '#tests/support/laid'
import { enter, serve, spoilt } from '#tests/support/web'
import { buildWorld, type World } from '#tests/support/world'
import { Hand } from '#tests/web/browser/hand'

const CONVENTION = 'AMF-2021'
const NOTHING_WRONG = Object.fromEntries(
  Object.keys(DEFAULT_RATES).map((fault) => [fault, 0])
) as FindingRates

test.group('Un trimestre dans le navigateur', (group) => {
  let rest: () => Promise<void>
  group.setup(async () => {
    spoilt()
    await emptyDatabase()
    const world: World = await buildWorld({
      associations: 130,
      saisines: 1200,
      rates: NOTHING_WRONG,
    })
    await approveDemoAccounts(world.people, new Date(world.at.getTime() - 30 * 86_400_000), null)
    await openDemoEntrance(Object.values(world.people))
    const close = await serve()
    rest = keepWorking()
    return close
  })
  group.teardown(async () => {
    await rest()
    spoilt()
  })
  group.each.teardown(noTrouble)

  test('130 associations, rien d’anormal : quinze clics au plus des imports à l’ordre de virement', async ({
    assert,
  }) => {
    const hand = new Hand()
    const faults: Faults = new Map()
    const finance = await browse(await enter('finance'))
    await finance.goto('/')

    await hand.click(finance, 'link', 'Campagnes')
    await hand.click(finance, 'link', 'Ouvrir une campagne')
    await seen(finance, 'button', 'Ouvrir la campagne')
    await hand.choose(finance, 'Convention', CONVENTION)
    await hand.click(finance, 'button', 'Ouvrir la campagne')
    await seen(finance, 'button', 'Calculer et soumettre')
    await hand.click(finance, 'button', 'Calculer et soumettre')
    await finance.getByText(/^Elle attend/).waitFor({ timeout: 120_000 })
    await examine(finance, faults)

    const approver = await browse(await enter('approver'))
    await approver.goto('/')
    await hand.click(approver, 'link', /campagne à approuver/)
    await seen(approver, 'button', /^Approuver/)
    await hand.click(approver, 'button', /^Approuver/)
    await approver.getByText(/^Approuvée/).waitFor()
    await examine(approver, faults)

    await hand.press(finance, 'F5', 'la campagne est approuvée')
    await finance.reload()
    await hand.click(finance, 'button', 'Émettre les relevés')
    await finance.getByRole('progressbar').waitFor()
    await examine(finance, faults)
    await seen(finance, 'link', 'Préparer l’ordre de virement')
    await hand.click(finance, 'link', 'Préparer l’ordre de virement')
    await seen(finance, 'button', /^Écrire l’ordre/)
    await hand.click(finance, 'button', /^Écrire l’ordre/)
    await seen(finance, 'link', 'Télécharger le fichier pour la banque')
    const file = finance.waitForEvent('download')
    await hand.click(finance, 'link', 'Télécharger le fichier pour la banque')
    assert.match((await file).suggestedFilename(), /\.xml$/)

    /** Waits for what comes next, and looks at the page. */
    async function seen(page: Page, target: 'button' | 'link', name: string | RegExp) {
      await page.getByRole(target, { name }).waitFor({ timeout: 120_000 })
      await examine(page, faults)
    }

    hand.print('Clics des imports à l’ordre de virement')
    assert.isAtMost(hand.count, 15)
    const order = (await row<{ transfers: number; paid: boolean }>(
      `SELECT count(*)::int AS transfers, sum(t.amount_cents) = (SELECT sum(payable_cents) FROM statements) AS paid
       FROM transfers t`
    ))!
    assert.isAbove(order.transfers, 100)
    assert.isTrue(order.paid)
    assert.deepEqual(listFaults(faults), [])
  })
})
