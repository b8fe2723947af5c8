import type { HttpContext } from '@adonisjs/core/http'
import { accountBalanceList, associationBalanceList } from '#app/ledger/flow/balance_lists'
import { balancesByAccount, balancesByAssociation } from '#app/ledger/flow/balances'
import { readDay } from '#app/ledger/read_book_options'
import { isRefused } from '#app/shared/result'
import { sendList } from '#app/shared/screens/list_file'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What each account holds at the end of a day. */
export default class BalancesController {
  async index(ctx: HttpContext) {
    const until = readDay(typed(ctx.request, 'jour', 40))
    if (isRefused(until)) return refuseBack(ctx, until, '/balance')
    const format: unknown = ctx.request.qs().format
    if (format === 'csv' || format === 'xlsx') {
      return typed(ctx.request, 'tableau', 20) === 'associations'
        ? sendList(ctx, associationBalanceList(until.day), format)
        : sendList(ctx, accountBalanceList(until.day), format)
    }
    return ctx.view.render('ledger/balance', {
      until: until.day,
      accounts: await balancesByAccount(until.day),
      associations: await balancesByAssociation(until.day),
    })
  }
}
