import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import type { MaskedReport } from '#app/reporting/funder_report/masked_report'
import { paidAddress } from '#app/reporting/funder_report/paid_address'
import { COUNTED, NAMED } from '#app/reporting/funder_report/report_columns'
import {
  amount,
  count,
  text,
  type ReportColumn,
  type ReportRow,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import { formatAmount, formatDay, plural } from '#app/shared/french_format'

/** Where the figures come from, and what is hidden of them. */
export function origin(
  { paid }: FunderSource,
  { saisines, lines, hidden, detailed }: MaskedReport,
  threshold: number
): ReportSection {
  const counted = lines === null ? 'des lignes' : plural(lines, 'ligne')
  const persons = saisines === null ? 'des saisines' : plural(saisines, 'saisine')
  return {
    title: 'D’où viennent ces chiffres',
    sentences: [
      `Ce rapport additionne les lignes mêmes qui ont été réglées aux associations\u00a0: ${counted} de prestation pour ${persons}, sur ${plural(paid.statements, 'relevé émis', 'relevés émis')} dans la période, ${formatAmount(paid.cents)} au total.`,
      `Les écritures des mêmes relevés portent ${formatAmount(paid.bookedCents)}\u00a0: l’écart est de ${formatAmount(paid.cents - paid.bookedCents)}.`,
      `Un nombre de personnes inférieur à ${threshold}, zéro excepté, est masqué, avec les nombres et les montants qui permettraient de le retrouver. ${concealed(hidden, detailed)}`,
    ],
  }
}

function concealed(hidden: number, detailed: boolean): string {
  if (!detailed) return 'Ce qui a été réglé n’est pas détaillé ici.'
  if (hidden === 0) return 'Rien n’est masqué ici.'
  return `${plural(hidden, 'nombre est masqué', 'nombres sont masqués')} ici.`
}

/** What was done and paid, service by service. */
export function services(source: FunderSource, masked: MaskedReport): ReportSection {
  const { paid, corrections, others } = source
  if (!masked.detailed) {
    return {
      title: 'Prestations',
      sentences: [
        `Total réglé\u00a0: ${formatAmount(paid.cents)}.`,
        'Trop peu de saisines ont été réglées pour dire ce qui a été fait, pour qui et où sans désigner personne. Une période plus longue le permettrait.',
      ],
    }
  }
  const rows: ReportRow[] = masked.services.map(({ label, saisines, acts, cents }, rank) => ({
    tone: 'body',
    cells: [text(label), count(saisines), count(acts), amount(cents)],
    href: paidAddress(source, { prestation: source.services[rank]!.code }),
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
    href: paidAddress(source),
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
