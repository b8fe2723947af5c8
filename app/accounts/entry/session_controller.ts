import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { checkPassword } from '#app/accounts/entry/check_password'
import { logAccess } from '#app/accounts/entry/log_access'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { refuse } from '#app/shared/result'

/** Failures are counted by address typed and by machine: a quarter of an hour of rest after too many. */
const byEmail = limiter.use({ requests: 5, duration: '15 mins', blockDuration: '15 mins' })
const byMachine = limiter.use({ requests: 50, duration: '15 mins', blockDuration: '15 mins' })

/** Entering: the password first, then the code of the moment. */
export default class SessionController {
  async create({ view }: HttpContext) {
    return view.render('accounts/sign_in')
  }

  async store(ctx: HttpContext) {
    const email = typed(ctx.request, 'email', 254).toLowerCase()
    const keys = [`sign_in_${email}`, `sign_in_${ctx.request.ip()}`] as const
    if ((await byEmail.isBlocked(keys[0])) || (await byMachine.isBlocked(keys[1]))) {
      return refuseBack(ctx, tooMany())
    }
    const user = await checkPassword(email, typed(ctx.request, 'password', 1000))
    if (!user) {
      await Promise.all([byEmail.increment(keys[0]), byMachine.increment(keys[1])])
      await logAccess(ctx, null, 'sign_in.refused')
      return refuseBack(ctx, wrong())
    }
    await byEmail.delete(keys[0])
    ctx.session.put('entering', { userId: user.id, at: Date.now() })
    const next = user.totpEnrolledAt ? '/connexion/code' : '/connexion/application'
    return ctx.response.redirect().status(303).toPath(next)
  }

  async destroy(ctx: HttpContext) {
    await logAccess(ctx, ctx.auth.user?.id ?? null, 'sign_out')
    await ctx.auth.use('web').logout()
    ctx.session.clear()
    return ctx.response.redirect().status(303).toPath('/connexion')
  }
}

function wrong() {
  return refuse(
    'ENTREE_REFUSEE',
    'L’adresse ou le mot de passe n’est pas le bon.',
    'Vérifiez la touche majuscule. Sans mot de passe, demandez une invitation à l’administration.'
  )
}

function tooMany() {
  return refuse(
    'TROP_D_ESSAIS',
    'Trop d’essais : l’entrée est fermée pour un quart d’heure.',
    'Attendez, ou demandez à l’administration une nouvelle invitation.'
  )
}
