import type { HttpContext } from '@adonisjs/core/http'

/** The software of an association, and the person who made its token: what it does, it does in their name. */
export interface ApiCaller {
  tokenId: number
  associationId: number
  userId: number
}

const callers = new WeakMap<HttpContext, ApiCaller>()

export function rememberCaller(ctx: HttpContext, caller: ApiCaller): void {
  callers.set(ctx, caller)
}

/** Who calls; the rule of the route let them in. */
export function apiCaller(ctx: HttpContext): ApiCaller {
  const caller = callers.get(ctx)
  if (!caller) throw new Error('This route lets in nobody’s software')
  return caller
}
