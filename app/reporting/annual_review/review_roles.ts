import type { Role } from '#app/accounts/user'

/** Who chooses the figures of others that stand beside ours. */
export const REVIEW_WRITERS = ['coordinator'] as const satisfies readonly Role[]
