import { row } from '#app/shared/rows'

export interface ConventionAt {
  id: number
  code: string
  title: string
}

/** The convention that an address names by its code, or null. */
export async function conventionAt(code: unknown): Promise<ConventionAt | null> {
  if (typeof code !== 'string' || !/^[A-Z0-9-]{1,20}$/.test(code)) return null
  return row<ConventionAt>('SELECT id, code, title FROM conventions WHERE code = ?', [code])
}
