import type { YearFigures } from '#app/reporting/dashboard/year_figures'
import { stackedColumns, type Columns } from '#app/reporting/charts'
import { formatAmount, formatNumber, plural } from '#app/shared/french_format'

export interface Point {
  year: number
  value: number | null
  text: string
  /** The list of what the point counts or measures, and how many things it holds. */
  href: string
  counted: string
}

export interface Measure {
  key: string
  title: string
  /** What is counted, and of which year. */
  sentence: string
  points: Point[]
  chart: Columns
  /** The highest point, as the axis says it. */
  highest: string
}

interface Kind {
  key: string
  title: string
  sentence: string
  value: (year: YearFigures) => number | null
  text: (value: number) => string
  /** Address of the list, without the filters of the year and the convention; and what it holds. */
  list: string
  more?: string
  counted: (year: YearFigures) => string
}

const SAISINES = {
  list: '/saisines',
  counted: ({ saisines }: YearFigures) => plural(saisines, 'saisine'),
}

/** The forms that delays are measured on. */
const FIRST_FORMS = {
  list: '/fiches',
  more: '&version=premiere&saisine=connue',
  counted: ({ forms }: YearFigures) => plural(forms, 'fiche'),
}

const KINDS: readonly Kind[] = [
  {
    key: 'saisines',
    title: 'Saisines',
    sentence: 'Ouvertes dans l’année.',
    value: ({ saisines }) => saisines,
    text: (n) => plural(n, 'saisine'),
    ...SAISINES,
  },
  {
    key: 'couverture',
    title: 'Départements d’où l’on a appelé',
    sentence: 'Qui ont au moins une saisine ouverte dans l’année.',
    value: ({ departments }) => departments,
    text: (n) => plural(n, 'département'),
    ...SAISINES,
  },
  {
    key: 'contact',
    title: 'Jours jusqu’au premier contact',
    sentence: 'Médiane, pour les saisines dont la fiche a été reçue dans l’année.',
    value: ({ contactDays }) => contactDays,
    text: (n) => plural(n, 'jour'),
    ...FIRST_FORMS,
  },
  {
    key: 'fiches',
    title: 'Jours jusqu’à la fiche retour',
    sentence: 'Médiane, pour les fiches reçues dans l’année, à leur première version.',
    value: ({ formDays }) => formDays,
    text: (n) => plural(n, 'jour'),
    ...FIRST_FORMS,
  },
  {
    key: 'entretiens',
    title: 'Entretiens par saisine',
    sentence: 'Actes payés à l’acte que disent les fiches retenues, reçues dans l’année.',
    value: ({ interviews, retained }) =>
      retained === 0 ? null : Math.round((interviews / retained) * 10) / 10,
    text: (n) => formatNumber(n),
    list: '/fiches',
    more: '&rapprochement=RETENUE',
    counted: ({ retained }) => plural(retained, 'fiche'),
  },
  {
    key: 'cout',
    title: 'Coût',
    sentence: 'Relevés émis dans l’année, sans ce qu’ils reprennent d’un relevé précédent.',
    value: ({ cents }) => cents,
    text: formatAmount,
    list: '/releves',
    counted: ({ statements }) => plural(statements, 'relevé'),
  },
]

/** What the years were, measure by measure; each point leads to its list. */
export function measures(years: readonly YearFigures[], convention: string | null): Measure[] {
  return KINDS.map(({ key, title, sentence, value, text, counted, list, more = '' }) => {
    const points = years.map((figures) => {
      const { year } = figures
      const found = value(figures)
      return {
        year,
        value: found,
        text: found === null ? 'pas mesuré' : text(found),
        counted: counted(figures),
        href: `${list}?du=${year}-01-01&au=${year}-12-31${convention === null ? '' : `&convention=${convention}`}${more}`,
      }
    })
    const chart = chartOf(points)
    return { key, title, sentence, points, chart, highest: text(chart.highest) }
  })
}

function chartOf(points: readonly Point[]): Columns {
  return stackedColumns(
    points.map(({ year }) => String(year)),
    points.map(({ value, text, year }) => [
      { value: value ?? 0, tone: 'bar', title: `${year}\u00a0: ${text}` },
    ])
  )
}
