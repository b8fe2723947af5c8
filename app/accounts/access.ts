import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { letIn } from '#app/accounts/entry/let_in'
import type { Role } from '#app/accounts/user'

/** Everybody who works for the federation. */
export const STAFF = [
  'platform',
  'coordinator',
  'finance',
  'approver',
  'auditor',
  'admin',
] as const satisfies readonly Role[]

/** Who sees money: the people who prepare it, approve it or audit it. */
export const MONEY = [
  'coordinator',
  'finance',
  'approver',
  'auditor',
] as const satisfies readonly Role[]

/** Who works on saisines and forms, and who reads them. */
export const CASES = [
  'platform',
  'coordinator',
  'finance',
  'approver',
  'auditor',
] as const satisfies readonly Role[]

/** Who may come through a route: anybody, people who entered and have one of these roles, or software with a token. */
export type Access = 'public' | 'api' | readonly Role[]

/** A route's middleware that says who may, and holds the others off. */
export interface AccessRule {
  (ctx: HttpContext, next: NextFn): Promise<unknown>
  access: Access
}

/** Lets in those who entered and have one of the roles; sends the others to sign in, or says 403. */
export function allow(...roles: readonly Role[]): AccessRule {
  const rule = (ctx: HttpContext, next: NextFn) => letIn(ctx, next, roles)
  return Object.assign(rule, { access: roles })
}

/** Declares that a route is for anybody: signing in, the health of the process, style sheets. */
export function open(): AccessRule {
  return Object.assign(async (_ctx: HttpContext, next: NextFn) => next(), {
    access: 'public' as const,
  })
}

/** What a route declared, or null: then nobody said who may. */
export function accessOf(middleware: readonly unknown[]): Access | null {
  const rule = middleware.find((one) => typeof one === 'function' && 'access' in one)
  return (rule as AccessRule | undefined)?.access ?? null
}

interface DeclaredRoute {
  pattern: string
  methods: string[]
  middleware: { all(): Iterable<unknown> }
}

/** Routes that forgot to say who may, as « POST /campagnes ». */
export function undeclaredRoutes(routes: readonly DeclaredRoute[]): string[] {
  return routes
    .filter(({ middleware }) => accessOf([...middleware.all()]) === null)
    .map(({ methods, pattern }) => `${methods[0]} ${pattern}`)
}
