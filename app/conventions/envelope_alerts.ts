import type { EnvelopeShown } from '#app/conventions/convention_page'
import type { Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'

export type EnvelopeState = 'calm' | 'alert' | 'over'

export interface EnvelopeAlert {
  state: Exclude<EnvelopeState, 'calm'>
  /** What is taken over the envelope, in hundredths, rounded down; null for an empty envelope. */
  engagedPercent: number | null
}

/** Whether an envelope is overrun, or so nearly that pages warn: from a share of it that is a setting. Pure. */
export function envelopeState(taken: Cents, amount: Cents, alertPercent: number): EnvelopeState {
  if (taken > amount) return 'over'
  return taken > 0 && taken * 100 >= amount * alertPercent ? 'alert' : 'calm'
}

/** Those of these envelopes that are overrun, or nearly. */
export async function envelopeAlerts<Envelope extends EnvelopeShown>(
  envelopes: readonly Envelope[]
): Promise<(Envelope & EnvelopeAlert)[]> {
  const setting = await row<{ percent: number }>(
    'SELECT envelope_alert_percent AS percent FROM book_settings'
  )
  return envelopes.flatMap((envelope) => {
    const { amountCents, leftCents } = envelope
    const taken = amountCents - leftCents
    const state = envelopeState(taken, amountCents, setting!.percent)
    if (state === 'calm') return []
    const engagedPercent = amountCents > 0 ? Math.floor((taken * 100) / amountCents) : null
    return [{ ...envelope, state, engagedPercent }]
  })
}
