import type { HttpContext } from '@adonisjs/core/http'
import { freshCodeRefusal, hasFreshCode } from '#app/accounts/entry/fresh_code'
import { confirmPayee } from '#app/payments/payees/confirm_payee'
import { payeesList } from '#app/payments/payees/payees_list'
import { readPayeePage } from '#app/payments/payees/payee_page'
import { mayOf } from '#app/settlement/run_roles'
import { isRefused } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'

/** Verification of payee: what banks said of the holders of accounts, and what is decided of it. */
export default class PayeesController {
  async index(ctx: HttpContext) {
    return showList(ctx, payeesList, 'payments/payees')
  }

  async show(ctx: HttpContext) {
    const page = found(await readPayeePage(idOf(ctx.params.id)))
    return ctx.view.render('payments/payee', {
      ...page,
      may: mayOf(ctx.auth.user!.role),
      needsCode: !hasFreshCode(ctx),
    })
  }

  /** Confirmed, with a reason and a recent code: from then on, orders pay this account. */
  async update(ctx: HttpContext) {
    const { check } = found(await readPayeePage(idOf(ctx.params.id)))
    const stale = await freshCodeRefusal(ctx)
    if (stale) return refuseBack(ctx, stale)
    const confirmed = await confirmPayee({
      checkId: check.id,
      reason: typed(ctx.request, 'raison', 600),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(confirmed)) return refuseBack(ctx, confirmed, `/beneficiaires/${check.id}`)
    say(ctx, 'Titulaire confirmé\u00a0: les ordres paient de nouveau ce compte.')
    return ctx.response.redirect().status(303).toPath(`/beneficiaires/${check.id}`)
  }
}
