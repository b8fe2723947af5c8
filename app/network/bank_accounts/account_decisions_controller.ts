import type { HttpContext } from '@adonisjs/core/http'
import { freshCodeRefusal } from '#app/accounts/entry/fresh_code'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { rejectBankAccount } from '#app/network/bank_accounts/reject_bank_account'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What an approver answers to a proposed account. */
export default class AccountDecisionsController {
  /** Approves: an account opens the way to money, hence a fresh code. */
  async store(ctx: HttpContext) {
    const accountId = idOf(ctx.params.id)
    const stale = await freshCodeRefusal(ctx)
    if (stale) return refuseBack(ctx, stale)
    const callbackNote = typed(ctx.request, 'rappel', 500)
    const approved = await approveBankAccount(ctx.auth.user!, { accountId, callbackNote })
    if (isRefused(approved)) return refuseBack(ctx, approved)
    say(ctx, 'Coordonnées approuvées.')
    return ctx.response.redirect().status(303).toPath(`/coordonnees-bancaires/${accountId}`)
  }

  /** Refuses: the account in force, if any, stays. */
  async destroy(ctx: HttpContext) {
    const accountId = idOf(ctx.params.id)
    const rejected = await rejectBankAccount(ctx.auth.user!, {
      accountId,
      reason: typed(ctx.request, 'motif', 500),
    })
    if (isRefused(rejected)) return refuseBack(ctx, rejected)
    say(ctx, 'Coordonnées refusées.')
    return ctx.response.redirect().status(303).toPath(`/coordonnees-bancaires/${accountId}`)
  }
}
