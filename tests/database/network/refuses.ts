import db from '@adonisjs/lucid/services/db'
import { rows } from '#app/shared/rows'

/** The PostgreSQL code of the error that the statement ends with; fails when the database lets it through. */
export async function refuses(sql: string, bindings: (number | string | null)[]): Promise<string> {
  const attempt = await db.transaction()
  try {
    await rows(sql, bindings, attempt)
    await rows('SET CONSTRAINTS ALL IMMEDIATE', [], attempt)
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await attempt.rollback()
  }
  throw new Error(`La base a laissé passer : ${sql}`)
}
