import type { Role } from '#app/accounts/user'

/** Who writes what a funder is told of a year. */
export const FINANCIAL_WRITERS = ['coordinator', 'finance'] as const satisfies readonly Role[]
