import type { HttpContext } from '@adonisjs/core/http'
import { readConvention } from '#app/ledger/read_book_options'
import { recordFunderAccount } from '#app/ledger/receipts/record_funder_account'
import { isRefused } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The account that a convention’s money is credited to. */
export default class FunderAccountsController {
  async store(ctx: HttpContext) {
    const convention = await readConvention(typed(ctx.request, 'convention', 40))
    if (isRefused(convention)) return refuseBack(ctx, convention, '/versements')
    const recorded = await recordFunderAccount(ctx.auth.user!.id, convention.id, {
      account: typed(ctx.request, 'compte', 20),
      label: typed(ctx.request, 'libelle', 120),
    })
    if (isRefused(recorded)) return refuseBack(ctx, recorded, '/versements')
    say(ctx, `Les versements seront portés au compte ${recorded.account}.`)
    return ctx.response.redirect().status(303).toPath('/versements')
  }
}
