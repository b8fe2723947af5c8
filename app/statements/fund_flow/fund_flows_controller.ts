import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { conventionChoices } from '#app/conventions/convention_choices'
import { askedYear } from '#app/ledger/flow/asked_year'
import { FLOW_ROWS } from '#app/ledger/flow/flow_rows'
import { fundFlow } from '#app/ledger/flow/fund_flow'
import { fundFlowData } from '#app/statements/fund_flow/fund_flow_data'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { attachment, XLSX } from '#app/shared/screens/attachment'
import { refuseBack } from '#app/shared/screens/refuse_back'

/** What became of a convention’s money in a year, to the cent. */
export default class FundFlowsController {
  async index(ctx: HttpContext) {
    const asked = await askedYear(ctx.request)
    if (isRefused(asked)) return refuseBack(ctx, asked, '/emploi-des-fonds')
    return ctx.view.render('ledger/fund_flow', {
      asked,
      flow: asked.conventionId && (await fundFlow(asked.conventionId, asked.year)),
      rows: FLOW_ROWS,
      conventions: await conventionChoices(),
    })
  }

  /** The same as a document: PDF, or workbook. */
  async show(ctx: HttpContext) {
    const asked = await askedYear(ctx.request)
    if (isRefused(asked)) return refuseBack(ctx, asked, '/emploi-des-fonds')
    const today = parisDay(new Date())
    const data = asked.conventionId && (await fundFlowData(asked.conventionId, asked.year, today))
    if (!data) return ctx.response.redirect().status(303).toPath('/emploi-des-fonds')
    const name = `emploi-des-fonds-${asked.code}-${asked.year}`
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', name)
    if (ctx.request.input('format') === 'xlsx') {
      const { renderFundFlowWorkbook } =
        await import('#app/statements/fund_flow/render_fund_flow_workbook')
      return attachment(ctx, `${name}.xlsx`, XLSX).send(await renderFundFlowWorkbook(data))
    }
    const { renderFundFlowPdf } = await import('#app/statements/fund_flow/render_fund_flow_pdf')
    return attachment(ctx, `${name}.pdf`, 'application/pdf').send(await renderFundFlowPdf(data))
  }
}
