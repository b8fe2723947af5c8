import type { Role } from '#app/accounts/user'

/** Who answers findings, attaches forms, and reminds associations: routes let in, and pages offer, the same people. */
export const DECIDERS = ['coordinator'] as const satisfies readonly Role[]
