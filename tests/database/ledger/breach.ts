/** A fault written behind the back of the database, and what the check of that code must say of it. */
export type Breach = readonly [title: string, code: string, sql: string, says: string]
