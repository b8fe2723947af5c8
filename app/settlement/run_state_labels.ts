import { RUN_STATES, type RunState } from '#app/settlement/run_state'
import type { Choice, StateLabel, Tone } from '#app/shared/screens/list'

const TONES: Record<RunState, Tone> = {
  draft: 'calm',
  calculated: 'waiting',
  submitted: 'waiting',
  approved: 'waiting',
  issuing: 'alert',
  issued: 'good',
  paid: 'good',
  closed: 'calm',
  abandoned: 'calm',
}

/** The badge of each state of a run. */
export const RUN_STATE_LABELS: Readonly<Record<RunState, StateLabel>> = Object.fromEntries(
  Object.entries(RUN_STATES).map(([state, { label }]) => [
    state,
    { label, tone: TONES[state as RunState] },
  ])
) as Record<RunState, StateLabel>

export function runStateChoices(): Choice[] {
  return Object.entries(RUN_STATES).map(([value, { label }]) => ({ value, label }))
}
