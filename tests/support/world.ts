import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadAllTerms } from '#app/conventions/load_terms'
import { buildNetwork } from '#app/demo/build_network'
import { importDemoConventions } from '#app/demo/demo_conventions'
import { createDemoPeople, type DemoPeople } from '#app/demo/demo_people'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { granted } from '#app/demo/granted'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import { playImports } from '#app/demo/play_imports'
import { approveDemoAccounts } from '#app/demo/play_network'
import type { FindingRates } from '#app/demo/quarter/finding_rates'
import type { QuarterPlan } from '#app/demo/quarter/planned'
import { planQuarter } from '#app/demo/quarter_plan'
import { writeQuarter } from '#app/demo/write_quarter'
import { installDepartments } from '#app/network/departments/install_departments'
import { installSettings } from '#app/network/settings/install_settings'
import { addDays, type Day } from '#app/shared/day'
import { transaction } from '#app/shared/transaction'
import { emptyDatabase, laid } from '#tests/support/laid'

export interface WorldWish {
  /** Associations of the fictitious network, in the order of their codes: AV01, AV02… 22 at most. */
  associations?: number
  /** Over the three conventions of `resources/conventions`. */
  saisines?: number
  seed?: number
  /** First day of the quarter that is played. */
  quarterStart?: Day
  /** Share of the saisines that each fault touches; by default each fault is there once at least. */
  rates?: FindingRates
}

/** A federation at work: everything is imported, nothing is calculated yet. */
export interface World {
  people: DemoPeople
  network: readonly DemoAssociation[]
  /** What was sown, and what the reconciliation must find of it. */
  plan: QuarterPlan
  /** A cutoff that leaves no form out. */
  until: Day
  /** The instant of the story: accounts are cooled and forms received. Give it to every verb. */
  at: Date
}

/** Lays such a federation in place of whatever the database holds. */
export function aWorld(wish: WorldWish = {}): Promise<World> {
  return laid(`world ${JSON.stringify(wish)}`, async () => {
    await emptyDatabase()
    return buildWorld(wish)
  })
}

/**
 * Builds a small fictitious federation in the current database, which must be empty, through the product's own
 * operations and files. The same wish gives the same rows and, later, the same documents.
 */
export async function buildWorld({
  associations = 5,
  saisines = 40,
  seed = 1,
  quarterStart = '2026-04-01',
  rates,
}: WorldWish = {}): Promise<World> {
  const opening = at(addDays(quarterStart, -30))
  granted(await installSettings(null, DEMO_SETTINGS))
  const people = await createDemoPeople()
  await transaction(async (trx) => {
    await installDepartments(trx)
    return {}
  })
  // A thousand times what is needed: no funder is late, even the one that is so in the demonstration.
  await importDemoConventions(people.coordinator, saisines * 1000, opening)

  const network = buildNetwork({ seed }).slice(0, associations)
  const conventions = await loadAllTerms()
  const plan = planQuarter({ seed, saisines, quarterStart, conventions, network, rates })
  const until = addDays(plan.lastReceivedOn, 1)
  const directory = await mkdtemp(join(tmpdir(), 'reversement-world-'))
  try {
    const [offices, ...rest] = await writeQuarter({ seed, plan, network, directory })
    await playImports([offices!], people, opening)
    await approveDemoAccounts(people, at(addDays(quarterStart, -20)))
    await playImports(rest, people, at(until))
  } finally {
    await rm(directory, { recursive: true })
  }
  return { people, network, plan, until, at: at(until) }
}

/** Nine o'clock, universal time. */
function at(day: Day): Date {
  return new Date(`${day}T09:00:00Z`)
}
