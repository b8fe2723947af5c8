import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import type { MaskedReport } from '#app/reporting/funder_report/masked_report'
import {
  amount,
  count,
  text,
  type ReportColumn,
  type ReportRow,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import { monthWords } from '#app/reporting/part_words'
import { BENEFICIARY_WORDS, inWords, MANDATE_WORDS } from '#app/saisines/saisine_words'
import { DEPARTMENTS } from '#app/shared/departments'
import { formatAmount, formatDay, plural } from '#app/shared/french_format'

const NAMED = (title: string, width = 375): ReportColumn => ({ title, width, kind: 'text' })
const COUNTED = (title = 'Saisines', width = 120): ReportColumn => ({ title, width, kind: 'count' })

/** Where the figures come from, and what is hidden of them. */
export function origin(
  { paid }: FunderSource,
  { saisines, lines, hidden }: MaskedReport,
  threshold: number
): ReportSection {
  const counted = lines === null ? 'des lignes' : plural(lines, 'ligne')
  const persons = saisines === null ? 'des saisines' : plural(saisines, 'saisine')
  return {
    title: 'D’où viennent ces chiffres',
    sentences: [
      `Ce rapport additionne les lignes mêmes qui ont été réglées aux associations\u00a0: ${counted} de prestation pour ${persons}, sur ${plural(paid.statements, 'relevé émis', 'relevés émis')} dans la période, ${formatAmount(paid.cents)} au total.`,
      `Les écritures des mêmes relevés portent ${formatAmount(paid.bookedCents)}\u00a0: l’écart est de ${formatAmount(paid.cents - paid.bookedCents)}.`,
      `Un nombre de personnes inférieur à ${threshold}, zéro excepté, est masqué, avec les nombres et les montants qui permettraient de le retrouver. ${hidden === 0 ? 'Rien n’est masqué ici.' : `${plural(hidden, 'nombre est masqué', 'nombres sont masqués')} ici.`}`,
    ],
  }
}

/** What was done and paid, service by service. */
export function services(
  { paid, corrections, others }: FunderSource,
  masked: MaskedReport
): ReportSection {
  const rows: ReportRow[] = masked.services.map(({ label, saisines, acts, cents }) => ({
    tone: 'body',
    cells: [text(label), count(saisines), count(acts), amount(cents)],
  }))
  if (corrections.lines > 0) {
    const { saisines, cents } = masked.corrections
    rows.push({
      tone: 'body',
      cells: [
        text('Régularisations de périodes antérieures'),
        count(saisines),
        null,
        amount(cents),
      ],
    })
  }
  if (others.lines > 0) {
    rows.push({
      tone: 'body',
      cells: [text('Partage d’une enveloppe entre associations'), null, null, amount(others.cents)],
    })
  }
  rows.push({
    tone: 'total',
    cells: [text('Total réglé'), count(masked.saisines), null, amount(paid.cents)],
  })
  return {
    title: 'Prestations',
    sentences: [
      'Une saisine peut avoir plusieurs prestations\u00a0: le total compte chacune une fois.',
    ],
    table: {
      caption: 'Ce qui a été fait et réglé, par prestation',
      columns: [
        NAMED('Prestation', 225),
        COUNTED('Saisines', 80),
        COUNTED('Actes réglés', 80),
        { title: 'Montant', width: 110, kind: 'amount' },
      ],
      rows,
    },
  }
}

/** The envelope of the convention, and what the funder paid in. */
export function money({ envelopes, receipts }: FunderSource): ReportSection {
  return {
    title: 'Enveloppe et versements',
    sentences: [
      `Versements reçus du financeur dans la période\u00a0: ${formatAmount(receipts.cents)}, en ${plural(receipts.count, 'versement')}.`,
      ...(envelopes.length === 0 ? ['Aucune enveloppe n’est enregistrée pour cette période.'] : []),
    ],
    ...(envelopes.length > 0 && {
      table: {
        caption: 'Enveloppes de la période, à ce jour',
        columns: [
          NAMED('Enveloppe', 155),
          ...['Promis', 'Mis en paiement', 'Engagé', 'Reste'].map((title): ReportColumn => ({
            title,
            width: 85,
            kind: 'amount',
          })),
        ],
        rows: envelopes.map(
          ({ from, lastDay, amountCents, paidCents, engagedCents, leftCents }) => ({
            tone: 'body' as const,
            cells: [
              text(`${formatDay(from)} – ${formatDay(lastDay)}`),
              ...[amountCents, paidCents, engagedCents, leftCents].map(amount),
            ],
          })
        ),
      },
    }),
  }
}

const FORM_WORDS = {
  retained: 'Retenues',
  refused: 'Non retenues',
  waiting: 'À rapprocher',
} as const

/** What came in: saisines opened and forms received, paid or not yet. */
export function volumes({ convention, period }: FunderSource, masked: MaskedReport): ReportSection {
  const { code } = convention
  const list = (path: string, more = '') =>
    `${path}?convention=${code}&du=${period.from}&au=${period.until}${more}`
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
        })),
        {
          tone: 'group',
          cells: [text('Fiches retour reçues'), count(masked.received)],
          href: list('/fiches'),
        },
        ...masked.forms.map(({ state, count: n }): ReportRow => ({
          tone: 'body',
          cells: [text(FORM_WORDS[state]), count(n)],
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

/** Who asked for help. */
export function profiles({ profiles: groups, saisines }: MaskedReport): ReportSection {
  return partition(
    'Bénéficiaires et mandats',
    'Saisines réglées, par bénéficiaire et par mandat des élus',
    groups.flatMap(({ beneficiary, count: n, mandates }): ReportRow[] => [
      {
        tone: 'group',
        cells: [text(BENEFICIARY_WORDS[beneficiary] ?? inWords(beneficiary)!), count(n)],
      },
      ...mandates
        .filter(({ mandate }) => mandate !== '')
        .map(({ mandate, count: m }): ReportRow => ({
          tone: 'body',
          cells: [text(MANDATE_WORDS[mandate] ?? inWords(mandate)!), count(m)],
        })),
    ]),
    saisines
  )
}

/** What happened to them. */
export function facts({ facts: found, saisines }: MaskedReport): ReportSection {
  return partition(
    'Faits',
    'Saisines réglées, par nature des faits',
    found.map(({ code, count: n }) => ({
      tone: 'body',
      cells: [text(inWords(code) ?? 'Non précisés'), count(n)],
    })),
    saisines
  )
}

/** Where, and which services there. */
export function departments(source: FunderSource, masked: MaskedReport): ReportSection {
  const width = 305 / Math.max(source.services.length, 1)
  return {
    title: 'Départements',
    sentences: [
      'Un zéro est toujours écrit\u00a0: il ne désigne personne.',
      ...source.services.map(({ label }, rank) => `P${rank + 1}\u00a0: ${label}.`),
    ],
    table: {
      caption:
        'Saisines réglées par département, et parmi elles celles qui ont eu chaque prestation',
      columns: [
        NAMED('Département', 120),
        COUNTED('Saisines', 70),
        ...source.services.map((_, rank) => COUNTED(`P${rank + 1}`, width)),
      ],
      rows: [
        ...masked.departments.map(({ code, count: n, services: cells }): ReportRow => ({
          tone: 'body',
          cells: [
            text(`${code} ${DEPARTMENTS.get(code) ?? ''}`.trim()),
            count(n),
            ...cells.map(count),
          ],
        })),
        {
          tone: 'total',
          cells: [
            text('Ensemble'),
            count(masked.saisines),
            ...masked.services.map(({ saisines }) => count(saisines)),
          ],
        },
      ],
    },
  }
}

function partition(
  title: string,
  caption: string,
  rows: ReportRow[],
  total: number | null
): ReportSection {
  return {
    title,
    sentences: [],
    table: {
      caption,
      columns: [NAMED(title), COUNTED()],
      rows: [...rows, { tone: 'total', cells: [text('Ensemble'), count(total)] }],
    },
  }
}
