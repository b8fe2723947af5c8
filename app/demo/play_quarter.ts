import { join } from 'node:path'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { lastDay } from '#app/conventions/deadline'
import { loadAllTerms } from '#app/conventions/load_terms'
import { playAnswers, type PlayedAnswers } from '#app/demo/bank/play_answers'
import { buildNetwork } from '#app/demo/build_network'
import { DEMO_CONVENTIONS, importDemoConventions } from '#app/demo/demo_conventions'
import { openDemoEntrance } from '#app/demo/demo_entrance'
import { createDemoMember } from '#app/demo/demo_member'
import { createDemoPeople, type DemoPeople } from '#app/demo/demo_people'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { granted } from '#app/demo/granted'
import { playLife } from '#app/demo/life/play_life'
import { playCoverage } from '#app/demo/play_coverage'
import { playImports, type PlayedImports } from '#app/demo/play_imports'
import { playBooks } from '#app/demo/play_books'
import { approveDemoAccounts } from '#app/demo/play_network'
import { playRun, type PlayedRun } from '#app/demo/play_run'
import type { QuarterPlan } from '#app/demo/quarter/planned'
import { planQuarter } from '#app/demo/quarter_plan'
import { writeQuarter } from '#app/demo/write_quarter'
import { writeRefusals, type FileToRefuse } from '#app/demo/write_refusals'
import { installDepartments } from '#app/network/departments/install_departments'
import { installSettings } from '#app/network/settings/install_settings'
import { createTransferOrder, type TransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { createDocumentPool, type DocumentPool } from '#app/statements/drawing/document_pool'
import { addDays, parisDay, quarterEnd, type Day } from '#app/shared/day'
import { transaction } from '#app/shared/transaction'

/** The quarter that the demonstration plays, on its own clock: the same seed gives the same documents any day. */
const QUARTER_START = '2026-04-01'

export interface QuarterWish {
  saisines: number
  seed: number
  /** Folder of the files that offices send. */
  files: string
  /** Tells what is being done, with a count when it has one. */
  watch: (step: string, done?: number, total?: number) => void
}

export interface PlayedQuarter {
  people: DemoPeople
  plan: QuarterPlan
  associations: number
  imports: PlayedImports
  runs: PlayedRun[]
  order: TransferOrder
  answers: PlayedAnswers
  refusals: FileToRefuse[]
  playedAt: Date
}

/** Builds the network, has the offices send their files, and plays the quarter to the bank file. */
export async function playQuarter(wish: QuarterWish): Promise<PlayedQuarter> {
  const pool = createDocumentPool({ warm: true })
  try {
    return await play(wish, pool)
  } finally {
    await pool.close()
  }
}

async function play(
  { saisines, seed, files, watch }: QuarterWish,
  pool: DocumentPool
): Promise<PlayedQuarter> {
  watch('Réseau et conventions fictifs')
  // First of all: a demonstration that was interrupted must be known as such by the next one.
  granted(await installSettings(null, DEMO_SETTINGS))
  const people = await createDemoPeople()
  await transaction(async (trx) => {
    await installDepartments(trx)
    return {}
  })
  const opening = instant(addDays(QUARTER_START, -30))
  await importDemoConventions(people.coordinator, saisines, opening)
  const network = buildNetwork({ seed })

  watch('Fichiers des bureaux')
  const conventions = await loadAllTerms()
  const plan = planQuarter({ seed, saisines, quarterStart: QUARTER_START, conventions, network })
  const sent = await writeQuarter({ seed, plan, network, directory: files })
  const workbook = sent.find(({ kind, path }) => kind === 'fiches' && path.endsWith('.xlsx'))!.path
  const refusals = await writeRefusals({ plan, network, directory: files, workbook })

  const [associations, ...rest] = sent
  await playImports([associations!], people, opening)
  const member = await createDemoMember(people.admin, network[0]!.code)
  await openDemoEntrance([...Object.values(people), member])
  await approveDemoAccounts(people, instant(addDays(QUARTER_START, -20)))
  await playCoverage(people, seed, addDays(QUARTER_START, -20))
  const until = dayAfterAll(plan, conventions)
  const playedAt = instant(until)
  const imports = await playImports(rest, people, playedAt, (done, total) =>
    watch('Imports', done, total)
  )

  const runs: PlayedRun[] = []
  for (const conventionCode of DEMO_CONVENTIONS) {
    const progress = (done: number, total: number) =>
      watch(`Campagne ${conventionCode}`, done, total)
    progress(0, 1)
    runs.push(await playRun({ conventionCode, until, at: playedAt, people, progress, pool }))
  }

  watch('Ordre de virement')
  const order = granted(
    await createTransferOrder({
      runIds: runs.map(({ run }) => run.id),
      executionDate: nextTargetDay(parisDay(playedAt)),
      actorId: people.finance.id,
      at: playedAt,
    })
  )
  watch('Réponses de la banque')
  const answers = await playAnswers(order.id, {
    folder: join(files, 'banque'),
    actorId: people.finance.id,
  })
  watch('Comptabilité')
  await playBooks(people.finance.id)
  watch('Vie du réseau')
  // On the clock of today: a webinar that is over would interest nobody.
  await playLife(people, member, new Date())
  return {
    people,
    plan,
    associations: network.length,
    imports,
    runs,
    order,
    answers,
    refusals,
    playedAt,
  }
}

/** The first day on which every form has come, and every deadline is over. */
function dayAfterAll(
  { lastReceivedOn }: QuarterPlan,
  conventions: readonly ConventionTerms[]
): Day {
  const lastSaisine = quarterEnd(QUARTER_START)
  const deadlines = conventions.map(
    (terms) => lastDay(terms, lastSaisine) ?? addDays(lastSaisine, DEMO_SETTINGS.missingFormDays)
  )
  return addDays([lastReceivedOn, ...deadlines].sort().at(-1)!, 1)
}

/** Ten o'clock in Paris, in winter, on that day. */
function instant(day: string): Date {
  return new Date(`${day}T09:00:00Z`)
}

/** Where the documents of a run go. */
export function runFolder(out: string, { run }: PlayedRun): string {
  return join(out, run.code)
}
