import { PAID_LINES } from '#app/reporting/paid_lines_sql'
import type { ReportPeriod } from '#app/reporting/report_period'
import { caseFilters, departmentFilter } from '#app/saisines/case_filters'
import { BENEFICIARY_WORDS, inWords, MANDATE_WORDS } from '#app/saisines/saisine_words'
import type { List } from '#app/shared/screens/list'
import { wordsSql } from '#app/shared/screens/words_sql'

interface PaidSaisineRow {
  id: number
  reference: string
  issuedOn: string
  association: string
  department: string
  beneficiary: string
  mandate: string
  facts: string | null
  services: string
}

interface Reported {
  convention: { id: number; code: string }
  period: ReportPeriod
  services: readonly { code: string; label: string }[]
}

/** The saisines that the report of a convention counts as paid, once each; the days of the period are its bindings. */
export function paidSaisinesList({ convention, period, services }: Reported): List<PaidSaisineRow> {
  return {
    name: `saisines-reglees-${convention.code}`,
    caption: 'Saisines réglées',
    noun: ['saisine', 'saisines'],
    sql: `SELECT s.id, s.reference, paid."issuedOn", a.code AS association, s.department,
        s.beneficiary AS "beneficiaryCode", s.mandate AS "mandateCode", s.facts AS "factsCode", paid.codes,
        ${wordsSql('s.beneficiary', BENEFICIARY_WORDS)} AS beneficiary, ${wordsSql('s.mandate', MANDATE_WORDS)} AS mandate,
        s.facts AS facts, paid.services
      FROM (SELECT l.saisine_id, max(l.issued_on) AS "issuedOn", array_agg(l.service_code) AS codes,
          string_agg(DISTINCT f.label, ', ' ORDER BY f.label) AS services
        FROM (${PAID_LINES}) l JOIN fees f ON f.id = l.fee_id WHERE l.kind = 'service' GROUP BY 1) paid
      JOIN saisines s ON s.id = paid.saisine_id JOIN associations a ON a.id = s.association_id`,
    bindings: [convention.id, period.from, period.until],
    columns: [
      {
        key: 'reference',
        label: 'Référence',
        kind: 'code',
        heads: true,
        href: ({ id }) => `/saisines/${id}`,
      },
      { key: 'issuedOn', label: 'Relevé émis le', kind: 'day', filled: true },
      { key: 'association', label: 'Association', kind: 'code' },
      { key: 'department', label: 'Département', kind: 'code' },
      { key: 'beneficiary', label: 'Bénéficiaire' },
      { key: 'mandate', label: 'Mandat' },
      { key: 'facts', label: 'Faits', words: ({ facts }) => inWords(facts) ?? 'Non précisés' },
      { key: 'services', label: 'Prestations' },
    ],
    filters: [
      { name: 'du', label: 'Du', kind: 'from', column: 'issuedOn' },
      { name: 'au', label: 'Au', kind: 'until', column: 'issuedOn' },
      {
        name: 'prestation',
        label: 'Prestation',
        kind: 'choice',
        column: 'services',
        choices: () => services.map(({ code, label }) => ({ value: code, label })),
        where: Object.fromEntries(services.map(({ code }) => [code, `'${code}' = ANY(codes)`])),
      },
      departmentFilter,
      ...caseFilters,
    ],
    order: 'reference',
    empty: 'Aucune saisine n’est réglée dans cette période.',
  }
}
