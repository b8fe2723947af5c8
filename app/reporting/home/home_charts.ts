import type { CurrentEnvelope } from '#app/reporting/home/current_envelopes'
import type { ConventionDelays } from '#app/reporting/home/delays'
import type { RunAmount } from '#app/reporting/home/amounts_by_run'
import type { SaisinesByMonth } from '#app/reporting/home/saisines_by_month'
import {
  sparkline,
  stackedBar,
  stackedColumns,
  type Columns,
  type Rect,
  type Tone,
} from '#app/reporting/charts'
import { formatAmount, formatDay, plural } from '#app/shared/french_format'

/** Conventions told apart by their colour; the others share one, and the table tells them all. */
const TONES: readonly Tone[] = ['bar', 'bar-2', 'bar-3']

export function toneOf(rank: number): Tone {
  return TONES[rank] ?? 'rest'
}

export interface Bar {
  label: string
  rects: Rect[]
}

export function envelopeBar(envelope: CurrentEnvelope): Bar {
  const { code, from, lastDay, amountCents, paidCents, engagedCents, leftCents } = envelope
  return {
    label: `Enveloppe de ${code} du ${formatDay(from)} au ${formatDay(lastDay)}\u00a0: ${formatAmount(paidCents)} mis en paiement, ${formatAmount(engagedCents)} engagés, ${formatAmount(leftCents)} restent sur ${formatAmount(amountCents)}.`,
    rects: stackedBar(
      [
        {
          value: paidCents,
          tone: 'bar',
          title: `Mis en paiement\u00a0: ${formatAmount(paidCents)}`,
        },
        {
          value: engagedCents,
          tone: 'bar-2',
          title: `Engagé\u00a0: ${formatAmount(engagedCents)}`,
        },
        { value: leftCents, tone: 'rest', title: `Reste\u00a0: ${formatAmount(leftCents)}` },
      ],
      amountCents
    ),
  }
}

export function monthColumns({ months, conventions }: SaisinesByMonth): Columns {
  return stackedColumns(
    months.map(({ label }) => label),
    months.map(({ long }, rank) =>
      conventions.map(({ code, counts }, convention) => ({
        value: counts[rank]!,
        tone: toneOf(convention),
        title: `${code}, ${long}\u00a0: ${plural(counts[rank]!, 'saisine')}`,
      }))
    )
  )
}

/** One bar a run, all on the scale of the largest. */
export function runBars(runs: readonly RunAmount[]): Bar[] {
  const largest = Math.max(...runs.map(({ payableCents }) => payableCents), 1)
  return runs.map(({ code, payableCents }) => {
    const label = `${code}\u00a0: ${formatAmount(payableCents)}`
    return {
      label,
      rects: stackedBar([{ value: payableCents, tone: 'bar', title: label }], largest),
    }
  })
}

/** How the wait for forms moved from run to run; null while one run alone says nothing. */
export function delayTrend({
  convention,
  trend,
}: ConventionDelays): { label: string; points: string } | null {
  if (trend.length < 2) return null
  return {
    label: `${convention}, de la saisine à la fiche, campagne après campagne\u00a0: ${trend.join(', ')} jours.`,
    points: sparkline(trend),
  }
}
