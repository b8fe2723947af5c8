import db from '@adonisjs/lucid/services/db'
import type { BenchWish, BenchWorld } from '#app/demo/bench/bench_world'
import { collectGarbage } from '#app/demo/bench/collect_garbage'
import type { Cost, Measure } from '#app/demo/bench/measure'
import { priceAlone, type PriceAlone } from '#app/demo/bench/price_alone'
import { granted } from '#app/demo/granted'
import { playImports, type PlayedImports } from '#app/demo/play_imports'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { reconcileConvention } from '#app/reconciliation/reconcile_convention'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import type Run from '#app/settlement/run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { createDocumentPool, type DocumentPool } from '#app/statements/drawing/document_pool'
import { issueRun } from '#app/statements/issue/issue_run'
import { parisDay } from '#app/shared/day'
import { rows } from '#app/shared/rows'

export interface Phases {
  run: Run
  rowsRead: number
  lines: number
  retained: number
  read: Cost
  reconcile: Cost
  calculate: Cost
  price: PriceAlone
  /** null when no document was asked for. */
  issue: { cost: Cost; approve: Cost; bankFile: Cost; statements: number } | null
  check: { cost: Cost; invariants: number; breaches: number }
}

/** Plays the quarter phase by phase, from the files on disk to the check of the books. */
export async function runPhases(
  world: BenchWorld,
  wish: BenchWish,
  measure: Measure
): Promise<Phases> {
  let pool: DocumentPool | null = null
  try {
    const read = await measure(() => {
      // As in the demo: drawing threads start while files are read, and what they cost is in this phase.
      if (wish.documents) pool = createDocumentPool({ warm: true })
      return playImports(world.files, world.people, world.at, (done, total) =>
        wish.watch('Lecture des fichiers', done, total)
      )
    })
    return await settle(world, wish.watch, measure, read, pool)
  } finally {
    await (pool as DocumentPool | null)?.close()
  }
}

async function settle(
  world: BenchWorld,
  watch: BenchWish['watch'],
  measure: Measure,
  read: { value: PlayedImports; cost: Cost },
  pool: DocumentPool | null
): Promise<Phases> {
  const { people, terms, until, at } = world
  watch('Rapprochement')
  const reconcile = await measure(() => reconcileConvention(terms.code, at))
  // Both passes then write on empty tables, as the first one does in use.
  await rows('TRUNCATE form_outcomes, findings')

  watch('Rapprochement et chiffrage')
  const actorId = people.finance.id
  const { id } = granted(
    await createRun({ conventionCode: terms.code, until, preparedBy: actorId })
  )
  const calculate = await measure(async () => granted(await calculateRun(id, actorId, at)))
  watch('Chiffrage seul')
  const price = await priceAlone(terms, measure)
  collectGarbage()

  const issue = pool && (await issuePhases(id, world, watch, measure, pool))
  watch('Vérification des comptes')
  const check = await measure(() =>
    db.transaction(checkLedger, { isolationLevel: 'repeatable read' })
  )
  const { reconciliation, lines, run } = calculate.value
  return {
    run: issue?.run ?? run,
    rowsRead: read.value.rows,
    lines,
    retained: reconciliation.outcomes.get('RETENUE') ?? 0,
    read: read.cost,
    reconcile: reconcile.cost,
    calculate: calculate.cost,
    price,
    issue,
    check: {
      cost: check.cost,
      invariants: check.value.length,
      breaches: check.value.filter(({ breaches }) => breaches > 0).length,
    },
  }
}

async function issuePhases(
  runId: number,
  { people: { finance, approver }, at }: BenchWorld,
  watch: BenchWish['watch'],
  measure: Measure,
  pool: DocumentPool
) {
  const approve = await measure(async () => {
    granted(await submitRun(runId, finance.id, at))
    granted(await approveRun(runId, approver.id, at))
  })
  const progress = (done: number, total: number) => watch('Émission', done, total)
  progress(0, 1)
  const { value, cost } = await measure(async () =>
    granted(await issueRun({ runId, actorId: finance.id, at, progress, pool }))
  )
  if (value.waiting.length > 0) throw new Error(value.waiting.map((one) => one.message).join('\n'))
  watch('Fichier de virements')
  const order = await measure(async () =>
    granted(
      await createTransferOrder({
        runIds: [runId],
        executionDate: nextTargetDay(parisDay(at)),
        actorId: finance.id,
        at,
      })
    )
  )
  return {
    run: value.run,
    cost,
    approve: approve.cost,
    bankFile: order.cost,
    statements: value.statements,
  }
}
