import type { HttpContext } from '@adonisjs/core/http'
import { rememberCode } from '#app/accounts/entry/entering'
import { logAccess } from '#app/accounts/entry/log_access'
import { takeCode } from '#app/accounts/entry/take_code'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { typed } from '#app/shared/screens/typed'

/** A code is fresh for five minutes: approving ten accounts in a row takes one. */
const FRESH = 5 * 60_000

/** Whether money may be approved without another code. Forms show the field only when they need it. */
export function hasFreshCode({ session }: Pick<HttpContext, 'session'>): boolean {
  const at = session.get('code_given_at') as number | undefined
  return at !== undefined && Date.now() - at < FRESH
}

/** Takes the code that a form brings when the last one is no longer fresh; null when all is well. */
export async function freshCodeRefusal(ctx: HttpContext): Promise<Refused | null> {
  if (hasFreshCode(ctx)) return null
  const code = typed(ctx.request, 'code', 40)
  if (code === '') {
    return refuse(
      'CODE_DEMANDE',
      'Un code récent de votre application est demandé pour approuver.',
      'Recopiez le code qui s’y affiche en ce moment.'
    )
  }
  const taken = await takeCode(ctx.auth.user!.id, code)
  if (isRefused(taken)) {
    await logAccess(ctx, ctx.auth.user!.id, 'second_factor.refused')
    return taken
  }
  rememberCode(ctx)
  return null
}
