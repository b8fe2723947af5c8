import type { HttpContext } from '@adonisjs/core/http'

/** Whether the person has one of the roles: a page shows only what they may do. */
export function hasRole({ auth }: Pick<HttpContext, 'auth'>, roles: readonly string[]): boolean {
  return roles.includes(auth.user!.role)
}
