import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'

/** Writes the review of a year for the steering committee. */
export default class ReportsAnnual extends OfficeCommand {
  static override commandName = 'reports:annual'
  static override description = 'Écrire le bilan d’une année, en PDF et en classeur'

  @args.string({ description: 'Année, comme 2026' })
  declare year: string

  @flags.string({ description: 'Dossier où écrire', default: '.' })
  declare out: string

  async perform() {
    const { readYear } = await import('#app/ledger/read_book_options')
    const { annualReview } = await import('#app/reporting/annual_review/annual_review')
    const { reviewDocument } = await import('#app/reporting/annual_review/review_document')
    const { writeReport } = await import('#app/reporting/documents/write_report')
    const { isRefused } = await import('#app/shared/result')
    const year = readYear(this.year)
    if (isRefused(year)) return year
    const review = await annualReview(year.year)
    if (isRefused(review)) return review
    const files = await writeReport(reviewDocument(review), this.out)
    const { masked, money, totals } = review
    return {
      data: { masked, money, totals, files },
      lines: files.map((file) => `Écrit\u00a0: ${file}`),
    }
  }
}
