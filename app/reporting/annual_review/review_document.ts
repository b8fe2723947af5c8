import type { AnnualReview } from '#app/reporting/annual_review/annual_review'
import type { YearPart } from '#app/reporting/annual_review/masked_year'
import { codeWords, monthWords } from '#app/reporting/part_words'
import {
  amount,
  count,
  text,
  type ReportColumn,
  type ReportDocument,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import { inWords } from '#app/saisines/saisine_words'
import { DEPARTMENTS } from '#app/shared/departments'
import { formatAmount, plural } from '#app/shared/french_format'

/** The review of a year as its page, its PDF and its workbook say it. */
export function reviewDocument(review: AnnualReview): ReportDocument {
  const { year, masked, totals, frame } = review
  const { threshold, ...signed } = frame
  return {
    ...signed,
    title: `Bilan annuel ${year}`,
    subtitle: `Toutes les conventions, du 1er janvier au 31 décembre ${year}`,
    fileName: `bilan-${year}`,
    on: `${year}-12-31`,
    sections: [
      {
        title: 'D’où viennent ces chiffres',
        sentences: [
          `Les saisines réglées et les montants sont ceux de ${plural(totals.statements, 'relevé émis', 'relevés émis')} dans l’année, ${formatAmount(totals.cents)} au total, comme dans les livres.`,
          `Un nombre de personnes inférieur à ${threshold}, zéro excepté, est masqué, avec ce qui permettrait de le retrouver, y compris à l’aide des rapports remis aux financeurs pour la même année.`,
        ],
      },
      conventions(review),
      partition(
        'Saisines par mois',
        'Saisines ouvertes, par mois',
        masked.months,
        masked.opened,
        monthWords
      ),
      partition(
        'Bénéficiaires et mandats',
        'Saisines réglées, par bénéficiaire et par mandat des élus',
        masked.profiles,
        masked.saisines,
        codeWords
      ),
      partition(
        'Faits',
        'Saisines réglées, par nature des faits',
        masked.facts,
        masked.saisines,
        (code) => inWords(code || null) ?? 'Non précisés'
      ),
      partition(
        'Départements',
        'Saisines réglées, par département',
        masked.departments,
        masked.saisines,
        (code) => `${code} ${DEPARTMENTS.get(code) ?? ''}`.trim()
      ),
      delays(review),
      published(review),
    ],
  }
}

const FIGURE = (title: string, kind: 'count' | 'amount', width: number): ReportColumn => ({
  title,
  kind,
  width,
})

function conventions({ masked, money, totals }: AnnualReview): ReportSection {
  return {
    title: 'Conventions',
    sentences: money.map(({ code, title, funder }) => `${code}\u00a0: ${title} (${funder}).`),
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

function partition(
  title: string,
  caption: string,
  parts: YearPart[],
  total: number | null,
  words: (code: string) => string
): ReportSection {
  return {
    title,
    sentences: [],
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

const DELAYS = ['contact', 'form', 'payment'] as const

function delays({ delays: measured }: AnnualReview): ReportSection {
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
function published({ published: figures }: AnnualReview): ReportSection {
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
