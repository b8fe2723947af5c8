import type { Role } from '#app/accounts/user'

/** Who records a saisine by hand. */
export const SAISINE_WRITERS = ['platform', 'coordinator'] as const satisfies readonly Role[]

/** Who gives a saisine to another association. */
export const REASSIGNERS = ['coordinator'] as const satisfies readonly Role[]
