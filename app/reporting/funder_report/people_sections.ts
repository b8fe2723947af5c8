import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import type { MaskedReport } from '#app/reporting/funder_report/masked_report'
import { paidAddress } from '#app/reporting/funder_report/paid_address'
import { COUNTED, NAMED } from '#app/reporting/funder_report/report_columns'
import {
  count,
  text,
  type ReportRow,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import { NO_FACTS } from '#app/saisines/facts_choices'
import { BENEFICIARY_WORDS, inWords, MANDATE_WORDS } from '#app/saisines/saisine_words'
import { DEPARTMENTS } from '#app/shared/departments'

/** Who asked for help. */
export function profiles(
  source: FunderSource,
  { profiles: groups, saisines }: MaskedReport
): ReportSection {
  return partition(
    source,
    'Bénéficiaires et mandats',
    'Saisines réglées, par bénéficiaire et par mandat des élus',
    groups.flatMap(({ beneficiary, count: n, mandates }): ReportRow[] => [
      {
        tone: 'group',
        cells: [text(BENEFICIARY_WORDS[beneficiary] ?? inWords(beneficiary)!), count(n)],
        href: paidAddress(source, { beneficiaire: beneficiary }),
      },
      ...mandates
        .filter(({ mandate }) => mandate !== '')
        .map(({ mandate, count: m }): ReportRow => ({
          tone: 'body',
          cells: [text(MANDATE_WORDS[mandate] ?? inWords(mandate)!), count(m)],
          href: paidAddress(source, { beneficiaire: beneficiary, mandat: mandate }),
        })),
    ]),
    saisines
  )
}

/** What happened to them. */
export function facts(
  source: FunderSource,
  { facts: found, saisines }: MaskedReport
): ReportSection {
  return partition(
    source,
    'Faits',
    'Saisines réglées, par nature des faits',
    found.map(({ code, count: n }) => ({
      tone: 'body',
      cells: [text(inWords(code) ?? 'Non précisés'), count(n)],
      href: paidAddress(source, { faits: code ?? NO_FACTS }),
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
          cellHrefs: paidCells(source, { departement: code }),
        })),
        {
          tone: 'total',
          cells: [
            text('Ensemble'),
            count(masked.saisines),
            ...masked.services.map(({ saisines }) => count(saisines)),
          ],
          cellHrefs: paidCells(source, {}),
        },
      ],
    },
  }
}

/** All those of a row, then those of each service. */
function paidCells(source: FunderSource, narrowed: Readonly<Record<string, string>>): string[] {
  return [
    paidAddress(source, narrowed),
    ...source.services.map(({ code }) => paidAddress(source, { ...narrowed, prestation: code })),
  ]
}

function partition(
  source: FunderSource,
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
      rows: [
        ...rows,
        { tone: 'total', cells: [text('Ensemble'), count(total)], href: paidAddress(source) },
      ],
    },
  }
}
