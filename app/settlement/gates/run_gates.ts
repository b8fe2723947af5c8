import { envelopesShown, type EnvelopeShown } from '#app/conventions/convention_page'
import { envelopeAlerts, type EnvelopeAlert } from '#app/conventions/envelope_alerts'
import { checkGates, type BlockedAssociation } from '#app/settlement/gates/gates'
import { reasonLink } from '#app/settlement/gates/reason_link'
import type Run from '#app/settlement/run'
import { addDays } from '#app/shared/day'
import type { Reason } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

type MendableReason = Reason & { link: ReturnType<typeof reasonLink> }

export interface RunGates {
  /** False while there is nothing to check: not calculated yet, or issued already. */
  checked: boolean
  run: MendableReason[]
  /** Not a gate: the envelope of the period is overrun, or nearly, once this run is counted. */
  alerts: (EnvelopeShown & EnvelopeAlert)[]
  associations: (Omit<BlockedAssociation, 'reasons'> & { reasons: MendableReason[] })[]
}

const CHECKED_STATES = ['calculated', 'submitted', 'approved']

/** The gates of a run, each reason with the page where it is mended. */
export async function runGates(trx: Trx, run: Run, at: Date): Promise<RunGates> {
  if (!CHECKED_STATES.includes(run.state))
    return { checked: false, run: [], alerts: [], associations: [] }
  const { conventionId } = run
  const gates = await checkGates(trx, run, at)
  return {
    checked: true,
    alerts: await envelopeAlerts(await envelopesOf(run)),
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

/** The envelope of the last day that the run settles. */
async function envelopesOf({ conventionId, until }: Run): Promise<EnvelopeShown[]> {
  const day = addDays(until, -1)
  const shown = await envelopesShown(conventionId)
  return shown.filter(({ from, lastDay }) => from <= day && day <= lastDay)
}
