/** A statement of SQL, and the SQLSTATE that it must end with. `:issued` and `:submitted` stand for runs. */
export type Attempt = readonly [title: string, sql: string, code: string]

export const FOREIGN_KEY = '23503'
export const UNIQUE = '23505'
export const CHECK = '23514'
export const RESTRICT = '23001'
