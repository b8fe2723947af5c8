import type { HttpContext } from '@adonisjs/core/http'
import { readYear } from '#app/ledger/read_book_options'
import { annualReview } from '#app/reporting/annual_review/annual_review'
import { reviewCharts } from '#app/reporting/annual_review/review_charts'
import { reviewDocument } from '#app/reporting/annual_review/review_document'
import { REVIEW_WRITERS } from '#app/reporting/annual_review/review_roles'
import { sendReport } from '#app/reporting/documents/send_report'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { NotFound } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'

/** The year of all the conventions, for the steering committee. */
export default class AnnualReviewsController {
  async show(ctx: HttpContext) {
    const year = readYear(String(ctx.params.year))
    if (isRefused(year)) throw new NotFound()
    const review = await annualReview(year.year)
    if (isRefused(review)) return refuseBack(ctx, review, '/rapports')
    return sendReport(ctx, reviewDocument(review), 'reporting/annual_review', {
      year: year.year,
      charts: reviewCharts(review),
      published: review.published,
      writes: hasRole(ctx, REVIEW_WRITERS),
    })
  }
}
