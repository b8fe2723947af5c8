import type { CurrentEnvelope } from '#app/reporting/home/current_envelopes'
import type { EnvelopeAlert } from '#app/conventions/envelope_alerts'
import type { Queue } from '#app/reporting/home/queues'

/** The envelopes that are overrun or nearly, as something to see to. Pure. */
export function envelopeQueue(alerts: readonly (CurrentEnvelope & EnvelopeAlert)[]): Queue {
  const [only] = alerts
  return {
    href: alerts.length === 1 ? `/conventions/${only!.conventionId}#enveloppes` : '/versements',
    words:
      alerts.length < 2
        ? 'enveloppe dépassée ou près de l’être'
        : 'enveloppes dépassées ou près de l’être',
    count: alerts.length,
  }
}
