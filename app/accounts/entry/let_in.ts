import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Role } from '#app/accounts/user'
import { Forbidden } from '#app/shared/screens/forbidden'

/** Holds a request to a role. A person whose account was closed a second ago is out at this very request. */
export async function letIn(ctx: HttpContext, next: NextFn, roles: readonly Role[]) {
  const user = (await ctx.auth.check()) ? ctx.auth.user! : null
  if (!user?.isActive) {
    if (user) await ctx.auth.use('web').logout()
    if (ctx.request.method() === 'GET') ctx.session.put('intended', ctx.request.url(true))
    return ctx.response.redirect().status(303).toPath('/connexion')
  }
  if (!roles.includes(user.role)) throw new Forbidden()
  ctx.view.share({ user })
  return next()
}
