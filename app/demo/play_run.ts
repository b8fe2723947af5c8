import type { DemoPeople } from '#app/demo/demo_people'
import { granted } from '#app/demo/granted'
import { WITHOUT_ACCOUNT } from '#app/demo/play_network'
import { decideAdvance } from '#app/conventions/advance/decide_advance'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun, type Calculation } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { submitRun } from '#app/settlement/approval/submit_run'
import { issueRun } from '#app/statements/issue/issue_run'
import type { DocumentPool } from '#app/statements/drawing/document_pool'
import type { Day } from '#app/shared/day'
import { isRefused, type Reason } from '#app/shared/result'
import type Run from '#app/settlement/run'

export interface PlayedRun {
  run: Run
  calculation: Calculation
  statements: number
  /** What the gates answered to the first submission. */
  gates: Reason[]
  held: string[]
}

export interface RunWish {
  conventionCode: string
  until: Day
  at: Date
  people: DemoPeople
  progress?: (done: number, total: number) => void
  pool: DocumentPool
}

/** Plays a run from its opening to its statements, with what people do when a gate is shut. */
export async function playRun({
  conventionCode,
  until,
  at,
  people,
  progress,
  pool,
}: RunWish): Promise<PlayedRun> {
  const { finance, approver } = people
  const { id } = granted(await createRun({ conventionCode, until, preparedBy: finance.id }))
  const calculation = granted(await calculateRun(id, finance.id, at))
  const gates = await submit(calculation.run, conventionCode, people, at)
  granted(await approveRun(id, approver.id, at))
  const issue = granted(await issueRun({ runId: id, actorId: finance.id, at, progress, pool }))
  if (issue.waiting.length > 0)
    throw new Error(issue.waiting.map(({ message }) => message).join('\n'))
  const held = gates.some(isAccountReason) ? [WITHOUT_ACCOUNT] : []
  return { run: issue.run, calculation, statements: issue.statements, gates, held }
}

/** Submits; what the gates answer is then done: the money advanced by decision, the association without account held. */
async function submit(
  { id, totalCents }: Run,
  conventionCode: string,
  { finance, approver }: DemoPeople,
  at: Date
): Promise<Reason[]> {
  const submission = await submitRun(id, finance.id, at)
  if (!isRefused(submission)) return []
  const shut = submission.refused
  if (shut.some(({ code }) => code === 'FONDS_NON_RECUS')) {
    const reason = 'Versement annoncé par le financeur pour le mois prochain (fictif).'
    granted(await decideAdvance(approver, { conventionCode, upToCents: totalCents!, reason }))
  }
  if (shut.some(isAccountReason)) {
    const reason = 'RIB demandé, non reçu (fictif).'
    const association = { associationCode: WITHOUT_ACCOUNT, reason, actorId: finance.id }
    granted(await holdAssociation({ runId: id, ...association }))
  }
  granted(await submitRun(id, finance.id, at))
  return shut
}

function isAccountReason({ code }: Reason): boolean {
  return code.startsWith('COMPTE_')
}
