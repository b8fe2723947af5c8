import { granted } from '#app/demo/granted'
import { createTransferOrder, type TransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun, type Calculation } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import type Run from '#app/settlement/run'
import { submitRun } from '#app/settlement/approval/submit_run'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import { issueRun } from '#app/statements/issue/issue_run'
import type { Federation } from '#tests/scenario/federation'

/** What it takes to play a run: the people, and the thread that draws. */
export type Office = Pick<Federation, 'people' | 'pool'>

/** Noon in Paris or a little after, on that day. */
export function on(day: Day): Date {
  return new Date(`${day}T11:00:00Z`)
}

/** Opens a run that settles what is received before that day, and calculates it on that day. */
export async function calculated(
  { people: { finance } }: Office,
  until: Day,
  conventionCode = 'AMF-2021'
): Promise<Calculation> {
  const { id } = granted(await createRun({ conventionCode, until, preparedBy: finance.id }))
  return granted(await calculateRun(id, finance.id, on(until)))
}

/** Submits, approves and issues a calculated run. */
export async function issued(
  { people: { finance, approver }, pool }: Office,
  runId: number,
  day: Day
): Promise<Run> {
  const at = on(day)
  granted(await submitRun(runId, finance.id, at))
  granted(await approveRun(runId, approver.id, at))
  const { run, waiting } = granted(await issueRun({ runId, actorId: finance.id, at, pool }))
  if (waiting.length > 0) throw new Error(waiting.map(({ message }) => message).join('\n'))
  return run
}

/** A whole run, from its opening to its statements, when nothing stands in its way. */
export async function settled(
  office: Office,
  until: Day,
  conventionCode = 'AMF-2021'
): Promise<Run> {
  const { run } = await calculated(office, until, conventionCode)
  return issued(office, run.id, until)
}

/** The bank file of what waits for its money in these runs. */
export async function ordered(
  { people: { finance } }: Office,
  runIds: readonly number[],
  day: Day
): Promise<TransferOrder> {
  return granted(
    await createTransferOrder({
      runIds,
      executionDate: nextTargetDay(day),
      actorId: finance.id,
      at: on(day),
    })
  )
}

/** Lines of a run in reading order: `AV01 E26-0001 entretien_psychologique 3 18000`. */
export async function linesOf(runId: number): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', a.code, s.reference, CASE kind WHEN 'service' THEN NULL ELSE kind END,
       l.service_code, l.quantity_retained, l.amount_cents) AS line
     FROM settlement_lines l JOIN associations a ON a.id = l.association_id
     LEFT JOIN saisines s ON s.id = l.saisine_id WHERE l.run_id = ? ORDER BY a.code, l.position`,
    [runId]
  )
  return found.map(({ line }) => line)
}

/** Forms by outcome: `E26-0001 RETENUE`. */
export async function outcomes(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT reference || ' ' || o.outcome AS line FROM form_outcomes o
     JOIN return_forms f ON f.id = o.form_id ORDER BY reference, version`
  )
  return found.map(({ line }) => line)
}

/** Calculates an open run again. */
export async function recalculated(
  { people: { finance } }: Office,
  runId: number,
  day: Day
): Promise<Calculation> {
  return granted(await calculateRun(runId, finance.id, on(day)))
}
