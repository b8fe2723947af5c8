import type { WebBench } from '#app/demo/bench_web/run_web_bench'
import { formatNumber, plural } from '#app/shared/french_format'
import { textTable } from '#app/shared/text_table'

/** What nineteen pages in twenty must stay under, over a million saisines. */
const GOAL_MS = 300
/** What ninety-nine pages in a hundred must stay under, over a year: as many times the bare route. */
const GOAL_RATIO = 10

/** What a person reads of the measure of pages. */
export function webBenchLines({
  load,
  saisines,
  forms,
  bare,
  pages,
  perSecond,
}: WebBench): string[] {
  const slow = pages.filter(({ p95 }) => p95 > GOAL_MS)
  const far = pages.filter(({ p99 }) => p99 > GOAL_RATIO * bare.p99)
  const { home, people } = perSecond
  return [
    '',
    `${plural(saisines, 'saisine')}, ${plural(forms, 'fiche')} — données fictives ; charge ${decimal(load)} avant de mesurer`,
    '',
    ...textTable([
      ['Page', 'p50 ms', 'p95 ms', 'p99 ms', '× p99 nu', 'lecture seule, p99 ms'],
      ...[bare, ...pages].map(({ label, p50, p95, p99, alone }) => [
        label,
        decimal(p50),
        decimal(p95),
        decimal(p99),
        decimal(p99 / bare.p99),
        alone ? decimal(alone.p99) : '',
      ]),
    ]),
    '',
    `Accueil, ${people} personnes à la fois : ${decimal(home)} pages par seconde ; route nue : ${formatNumber(Math.round(perSecond.bare))}, ${decimal(perSecond.bare / home)} fois plus`,
    slow.length === 0
      ? `✓ p95 sous ${GOAL_MS} ms pour chaque page`
      : `✗ p95 au-dessus de ${GOAL_MS} ms : ${slow.map(({ label }) => label).join(', ')}`,
    far.length === 0
      ? `✓ p99 à moins de ${GOAL_RATIO} fois celui de la route nue pour chaque page`
      : `✗ p99 à plus de ${GOAL_RATIO} fois celui de la route nue : ${far.map(({ label }) => label).join(', ')}`,
  ]
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',')
}
