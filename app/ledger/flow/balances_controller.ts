import type { HttpContext } from '@adonisjs/core/http'
import { balancesByAccount, balancesByAssociation } from '#app/ledger/flow/balances'
import { readDay } from '#app/ledger/read_book_options'
import { isRefused } from '#app/shared/result'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What each account holds at the end of a day. */
export default class BalancesController {
  async index(ctx: HttpContext) {
    const until = readDay(typed(ctx.request, 'jour', 40))
    if (isRefused(until)) return refuseBack(ctx, until, '/balance')
    return ctx.view.render('ledger/balance', {
      until: until.day,
      accounts: await balancesByAccount(until.day),
      associations: await balancesByAssociation(until.day),
    })
  }
}
