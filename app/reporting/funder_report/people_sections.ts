import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import type { MaskedReport } from '#app/reporting/funder_report/masked_report'
import { COUNTED, NAMED } from '#app/reporting/funder_report/report_columns'
import {
  count,
  text,
  type ReportRow,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import { BENEFICIARY_WORDS, inWords, MANDATE_WORDS } from '#app/saisines/saisine_words'
import { DEPARTMENTS } from '#app/shared/departments'

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
