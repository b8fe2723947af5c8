import type { AnnualReview } from '#app/reporting/annual_review/annual_review'
import { codeWords, monthWords } from '#app/reporting/part_words'
import {
  conventions,
  delays,
  partition,
  published,
} from '#app/reporting/annual_review/review_sections'
import type { ReportDocument } from '#app/reporting/documents/report_document'
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
