import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { AccessRule } from '#app/accounts/access'
import { letIn } from '#app/accounts/entry/let_in'
import { behindWall } from '#app/portal/behind_wall'

/** Declares a page that an association reads: it is let in, and all that follows reads behind its wall. */
export function reader(): AccessRule {
  const rule = (ctx: HttpContext, next: NextFn) =>
    letIn(ctx, () => behindWall(ctx.auth.user!.associationId!, () => next()), ['association'])
  return Object.assign(rule, { access: ['association'] as const })
}
