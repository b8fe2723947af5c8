import type { HttpContext } from '@adonisjs/core/http'
import hash from '@adonisjs/core/services/hash'
import { passwordRefusal, writePassword } from '#app/accounts/entry/choose_password'
import { renewRecoveryCodes } from '#app/accounts/entry/enrol'
import { freshCodeRefusal, hasFreshCode } from '#app/accounts/entry/fresh_code'
import { logAccess } from '#app/accounts/entry/log_access'
import { openSessions } from '#app/accounts/entry/open_sessions'
import { isRefused, refuse } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { transaction } from '#app/shared/transaction'

/** What a person may see and change of their own entrance. */
export default class MyAccountController {
  async show(ctx: HttpContext) {
    const user = ctx.auth.user!
    const left = await row<{ n: number }>(
      'SELECT count(*) AS n FROM recovery_codes WHERE user_id = ? AND used_at IS NULL',
      [user.id]
    )
    return ctx.view.render('accounts/my_account', {
      sessions: await openSessions(user.id, ctx.session.sessionId),
      codesLeft: left!.n,
      codes: ctx.session.flashMessages.get('recovery_codes'),
      needsCode: !hasFreshCode(ctx),
    })
  }

  /** Another password, proved by the present one; the other sessions end. */
  async update(ctx: HttpContext) {
    const user = ctx.auth.user!
    const { password, current_password: current } = ctx.request.only([
      'password',
      'current_password',
    ])
    if (typeof current !== 'string' || !(await hash.verify(user.passwordHash!, current))) {
      return refuseBack(
        ctx,
        refuse('MOT_DE_PASSE_FAUX', 'Le mot de passe actuel n’est pas celui-là.')
      )
    }
    const chosen = typeof password === 'string' ? password : ''
    const refusal = passwordRefusal(chosen, user.email)
    if (refusal) return refuseBack(ctx, refusal)
    await transaction(async (trx) => {
      await writePassword(trx, user.id, chosen)
      await trx
        .from('sessions')
        .where('user_id', String(user.id))
        .whereNot('id', ctx.session.sessionId)
        .delete()
      return {}
    })
    await logAccess(ctx, user.id, 'password.changed')
    say(ctx, 'Votre mot de passe est changé, vos autres sessions sont finies.')
    return ctx.response.redirect().status(303).toPath('/mon-compte')
  }

  /** Ten new recovery codes, against a fresh code. */
  async store(ctx: HttpContext) {
    const stale = await freshCodeRefusal(ctx)
    if (stale) return refuseBack(ctx, stale)
    const renewed = await transaction<{ codes: string[] }>(async (trx) => ({
      codes: await renewRecoveryCodes(trx, ctx.auth.user!.id),
    }))
    if (isRefused(renewed)) return refuseBack(ctx, renewed)
    ctx.session.flash('recovery_codes', renewed.codes)
    return ctx.response.redirect().status(303).toPath('/mon-compte')
  }
}
