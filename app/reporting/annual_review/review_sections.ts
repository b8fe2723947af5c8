import type { AnnualReview } from '#app/reporting/annual_review/annual_review'
import type { YearPart } from '#app/reporting/annual_review/masked_year'
import { cellText } from '#app/reporting/documents/cell_text'
import {
  amount,
  count,
  text,
  type ReportColumn,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import { formatAmount } from '#app/shared/french_format'

const FIGURE = (title: string, kind: 'count' | 'amount', width: number): ReportColumn => ({
  title,
  kind,
  width,
})

/** What each convention came to. */
export function conventions({ masked, money, totals }: AnnualReview): ReportSection {
  return {
    title: 'Conventions',
    sentences: money.map(({ code, title, funder }) => `${code}\u00a0: ${title} (${funder}).`),
    bars: money.map(({ code, cents }) => ({
      label: `Réglé, ${code}`,
      value: cents,
      text: formatAmount(cents),
    })),
    table: {
      caption: 'Ce qui est arrivé et ce qui a été réglé, par convention',
      columns: [
        { title: 'Convention', kind: 'text', width: 95 },
        FIGURE('Saisines', 'count', 60),
        FIGURE('Fiches', 'count', 60),
        FIGURE('Saisines réglées', 'count', 80),
        FIGURE('Réglé', 'amount', 100),
        FIGURE('Reçu des financeurs', 'amount', 100),
      ],
      rows: [
        ...masked.conventions.map(({ code, opened, received, saisines }, rank) => ({
          tone: 'body' as const,
          cells: [
            text(code),
            count(opened),
            count(received),
            count(saisines),
            amount(money[rank]!.cents),
            amount(money[rank]!.receivedCents),
          ],
        })),
        {
          tone: 'total',
          cells: [
            text('Ensemble'),
            count(masked.opened),
            count(masked.received),
            count(masked.saisines),
            amount(totals.cents),
            amount(totals.receivedCents),
          ],
        },
      ],
    },
  }
}

/** The parts of a total; drawn as bars where they are few. */
export function partition(
  title: string,
  caption: string,
  parts: YearPart[],
  total: number | null,
  words: (code: string) => string
): ReportSection {
  return {
    title,
    sentences: [],
    ...(parts.length > 0 &&
      parts.length <= MOST_BARS && {
        bars: parts.map(({ code, count: n }) => ({
          label: words(code),
          value: n,
          text: cellText(count(n)),
        })),
      }),
    table: {
      caption,
      columns: [{ title, kind: 'text', width: 375 }, FIGURE('Saisines', 'count', 120)],
      rows: [
        ...parts.map(({ code, count: n }) => ({
          tone: 'body' as const,
          cells: [text(words(code)), count(n)],
        })),
        { tone: 'total', cells: [text('Ensemble'), count(total)] },
      ],
    },
  }
}

/** More would be a page of bars. */
const MOST_BARS = 14

const DELAYS = ['contact', 'form', 'payment'] as const

/** How long people and associations waited, by convention. */
export function delays({ delays: measured }: AnnualReview): ReportSection {
  return {
    title: 'Délais',
    sentences: [
      'Médianes en jours, pour les saisines réglées. Rien n’est dit d’un trop petit nombre de saisines.',
    ],
    table: {
      caption: 'Délais par convention',
      columns: [
        { title: 'Convention', kind: 'text', width: 135 },
        FIGURE('Premier contact', 'count', 120),
        FIGURE('Fiche retour', 'count', 120),
        FIGURE('Fiche au relevé', 'count', 120),
      ],
      rows: measured.map(({ code, delays: some }) => ({
        tone: 'body',
        cells: [
          text(code),
          ...DELAYS.map((what) => {
            const median = some.find((one) => one.what === what)?.median ?? null
            return median === null ? null : count(median)
          }),
        ],
      })),
    },
  }
}

/** Texts, and not numbers: nothing can add them to ours. */
export function published({ published: figures }: AnnualReview): ReportSection {
  return {
    title: 'Chiffres publiés par d’autres',
    sentences: [
      'Donnés à côté des nôtres, chacun avec sa source et son année. Ils comptent autre chose, autrement, et n’entrent dans aucun de nos totaux.',
    ],
    ...(figures.length > 0 && {
      table: {
        caption: 'Chiffres publiés',
        columns: [
          { title: 'Intitulé', kind: 'text', width: 245 },
          { title: 'Valeur', kind: 'text', width: 80 },
          { title: 'Année', kind: 'text', width: 50 },
          { title: 'Source', kind: 'text', width: 120 },
        ],
        rows: figures.map(({ label, value, year, source }) => ({
          tone: 'body' as const,
          cells: [label, value, String(year), source].map(text),
        })),
      },
    }),
  }
}
