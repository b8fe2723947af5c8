import { checkGates, type BlockedAssociation } from '#app/settlement/gates'
import { reasonLink } from '#app/settlement/reason_link'
import type Run from '#app/settlement/run'
import type { Reason } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

type MendableReason = Reason & { link: ReturnType<typeof reasonLink> }

export interface RunGates {
  /** False while there is nothing to check: not calculated yet, or issued already. */
  checked: boolean
  run: MendableReason[]
  associations: (Omit<BlockedAssociation, 'reasons'> & { reasons: MendableReason[] })[]
}

const CHECKED_STATES = ['calculated', 'submitted', 'approved']

/** The gates of a run, each reason with the page where it is mended. */
export async function runGates(trx: Trx, run: Run, at: Date): Promise<RunGates> {
  if (!CHECKED_STATES.includes(run.state)) return { checked: false, run: [], associations: [] }
  const { conventionId } = run
  const gates = await checkGates(trx, run, at)
  return {
    checked: true,
    run: gates.run.map((reason) => ({
      ...reason,
      link: reasonLink(reason.code, { conventionId }),
    })),
    associations: gates.associations.map((blocked) => ({
      ...blocked,
      reasons: blocked.reasons.map((reason) => ({
        ...reason,
        link: reasonLink(reason.code, {
          conventionId,
          association: { id: blocked.associationId, code: blocked.code },
        }),
      })),
    })),
  }
}
