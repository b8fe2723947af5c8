import type { HttpContext } from '@adonisjs/core/http'
import { readYear } from '#app/ledger/read_book_options'
import { sendReport } from '#app/reporting/documents/send_report'
import { reportFrame } from '#app/reporting/documents/report_frame'
import { TEXTS } from '#app/reporting/financial_account/budget_lines'
import { financialAccount } from '#app/reporting/financial_account/financial_account'
import { financialDocument } from '#app/reporting/financial_account/financial_document'
import { FINANCIAL_WRITERS } from '#app/reporting/financial_account/financial_roles'
import { saveDraft } from '#app/reporting/financial_account/save_draft'
import { parisDay } from '#app/shared/day'
import { decimalFromCents } from '#app/shared/cents'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { found } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The compte rendu financier of a convention: what people write of a year, beside what the books say. */
export default class FinancialAccountsController {
  async show(ctx: HttpContext) {
    const year = readYear(typed(ctx.request, 'annee') || parisDay(new Date()).slice(0, 4))
    if (isRefused(year)) return refuseBack(ctx, year, '/rapports')
    const account = found(await financialAccount(String(ctx.params.code), year.year))
    const document = financialDocument(account, await reportFrame())
    return sendReport(ctx, document, 'reporting/financial_account', {
      account,
      texts: TEXTS,
      writes: hasRole(ctx, FINANCIAL_WRITERS),
      decimal: (cents: number | null) =>
        cents === null ? '' : decimalFromCents(cents).replace('.', ','),
    })
  }

  async store(ctx: HttpContext) {
    const year = readYear(typed(ctx.request, 'annee'))
    if (isRefused(year)) return refuseBack(ctx, year, '/rapports')
    const { convention } = found(await financialAccount(String(ctx.params.code), year.year))
    const saved = await saveDraft(ctx.auth.user!.id, {
      conventionId: convention.id,
      year: year.year,
      typed: (field) => typed(ctx.request, field),
    })
    const path = `/rapports/comptes-rendus/${encodeURIComponent(convention.code)}?annee=${year.year}`
    if (isRefused(saved)) return refuseBack(ctx, saved, path)
    say(ctx, 'Brouillon enregistré.')
    return ctx.response.redirect().status(303).toPath(path)
  }
}
