import type { Role } from '#app/accounts/user'

/** Who does what with the money of a run: routes let in, and pages offer, the same people. */
export const MONEY_VERBS = {
  prepare: ['finance'],
  hold: ['finance', 'coordinator'],
  reopen: ['finance', 'approver'],
  approve: ['approver'],
  decideCorrection: ['coordinator', 'approver'],
  answerDispute: ['coordinator'],
  claimDebt: ['approver'],
  pay: ['finance'],
  confirmPayee: ['approver'],
} as const satisfies Record<string, readonly Role[]>

export type MoneyVerb = keyof typeof MONEY_VERBS

/** What a role may do, for a page to offer it. */
export function mayOf(role: Role): Record<MoneyVerb, boolean> {
  return Object.fromEntries(
    Object.entries(MONEY_VERBS).map(([verb, roles]) => [
      verb,
      (roles as readonly Role[]).includes(role),
    ])
  ) as Record<MoneyVerb, boolean>
}
