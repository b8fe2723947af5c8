import { DateTime } from 'luxon'
import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import type { MaskedReport } from '#app/reporting/funder_report/masked_report'
import { COUNTED, NAMED } from '#app/reporting/funder_report/report_columns'
import {
  count,
  text,
  type ReportRow,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import { monthWords } from '#app/reporting/part_words'
import type { ReportPeriod } from '#app/reporting/report_period'

const FORM_WORDS = {
  retained: { label: 'Retenues', filter: 'RETENUE' },
  refused: { label: 'Non retenues', filter: 'NON_RETENUE' },
  waiting: { label: 'À rapprocher', filter: 'A_RAPPROCHER' },
} as const

/** The days of a month that the period has. */
function monthOf(month: string, { from, until }: ReportPeriod): ReportPeriod {
  const first = `${month}-01`
  const last = DateTime.fromISO(first).endOf('month').toISODate()!
  return { from: from > first ? from : first, until: until < last ? until : last }
}

/** What came in: saisines opened and forms received, paid or not yet. */
export function volumes({ convention, period }: FunderSource, masked: MaskedReport): ReportSection {
  const list = (path: string, { from, until } = period, more = '') =>
    `${path}?convention=${convention.code}&du=${from}&au=${until}${more}`
  return {
    title: 'Saisines et fiches de la période',
    sentences: ['Ce qui est arrivé dans la période, réglé ou non.'],
    table: {
      caption: 'Saisines par mois d’ouverture, et fiches retour reçues par suite donnée',
      columns: [NAMED('Ce qui est compté'), COUNTED('Nombre')],
      rows: [
        {
          tone: 'group',
          cells: [text('Saisines ouvertes'), count(masked.opened)],
          href: list('/saisines'),
        },
        ...masked.months.map(({ month, count: n }): ReportRow => ({
          tone: 'body',
          cells: [text(monthWords(month)), count(n)],
          href: list('/saisines', monthOf(month, period)),
        })),
        {
          tone: 'group',
          cells: [text('Fiches retour reçues'), count(masked.received)],
          href: list('/fiches'),
        },
        ...masked.forms.map(({ state, count: n }): ReportRow => ({
          tone: 'body',
          cells: [text(FORM_WORDS[state].label), count(n)],
          href: list('/fiches', period, `&rapprochement=${FORM_WORDS[state].filter}`),
        })),
      ],
    },
  }
}

const DELAY_WORDS = {
  contact: 'De la saisine au premier contact',
  form: 'De la saisine à la fiche retour',
  payment: 'De la fiche retour à l’émission du relevé',
} as const

/** How long people and associations waited; said only of enough saisines. */
export function delays({ delays: measured }: FunderSource, threshold: number): ReportSection {
  const said = measured.filter(({ saisines }) => saisines >= threshold)
  if (said.length === 0) {
    return { title: 'Délais', sentences: ['Trop peu de saisines réglées pour dire un délai.'] }
  }
  return {
    title: 'Délais',
    sentences: [],
    table: {
      caption: 'En jours, pour les saisines réglées',
      columns: [
        NAMED('Délai', 275),
        COUNTED('La moitié au plus', 110),
        COUNTED('Neuf sur dix au plus', 110),
      ],
      rows: said.map(({ what, median, ninth }) => ({
        tone: 'body',
        cells: [
          text(DELAY_WORDS[what]),
          ...[median, ninth].map((days) => (days === null ? null : count(days))),
        ],
      })),
    },
  }
}
