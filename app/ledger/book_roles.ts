import type { Role } from '#app/accounts/user'

/** Who checks the books and takes them to the accountant; routes let in, and pages offer, the same people. */
export const BOOK_KEEPERS = ['finance', 'approver', 'auditor'] as const satisfies readonly Role[]

/** Who closes a period: nothing opens it again. */
export const CLOSERS = ['finance', 'approver'] as const satisfies readonly Role[]

export function keepsBooks(role: Role): boolean {
  return (BOOK_KEEPERS as readonly Role[]).includes(role)
}
