import { granted } from '#app/demo/granted'
import { approveRun } from '#app/settlement/approval/approve_run'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import type Run from '#app/settlement/run'
import { submitRun } from '#app/settlement/approval/submit_run'
import { issueRun } from '#app/statements/issue/issue_run'
import type { World } from '#tests/support/world'

const STEPS = ['draft', 'calculated', 'submitted', 'approved', 'issued'] as const

/** A run of that convention, taken from its opening to that state, each step by the person whose it is. */
export async function runIn(
  { people: { finance, approver }, until, at }: World,
  state: (typeof STEPS)[number],
  conventionCode = 'AMF-2021'
): Promise<Run> {
  const run = granted(await createRun({ conventionCode, until, preparedBy: finance.id }))
  const verbs = [
    () => calculateRun(run.id, finance.id, at),
    () => submitRun(run.id, finance.id, at),
    () => approveRun(run.id, approver.id, at),
    () => issueRun({ runId: run.id, actorId: finance.id, at }),
  ]
  for (const verb of verbs.slice(0, STEPS.indexOf(state))) granted(await verb())
  return run.refresh()
}
