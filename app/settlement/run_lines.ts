import type Run from '#app/settlement/run'
import { RUN_STATES } from '#app/settlement/run_state'
import { formatAmount, formatDay } from '#app/shared/french_format'

/** A run in one line for a terminal. */
export function runLine(run: Run): string {
  const total = run.totalCents === null ? '' : `, ${formatAmount(run.totalCents)}`
  return `Campagne n° ${run.id} ${run.code}, jusqu’au ${formatDay(run.until)} exclu : ${RUN_STATES[run.state].label}${total}.`
}

/** A run for machines. */
export function runData(run: Run) {
  return {
    id: run.id,
    code: run.code,
    state: run.state,
    until: run.until,
    totalCents: run.totalCents,
    contentHash: run.contentHash?.toString('hex') ?? null,
  }
}
