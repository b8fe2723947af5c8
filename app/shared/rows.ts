import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { readingClient } from '#app/shared/reading_client'

type Binding = string | number | boolean | null | Date | Buffer | readonly unknown[]

/** Rows of a query written in SQL, `?` for each binding. Reads through the transaction when one is given. */
export async function rows<Row extends object>(
  sql: string,
  bindings: readonly Binding[] = [],
  client: QueryClientContract = readingClient()
): Promise<Row[]> {
  const result = await client.rawQuery<{ rows: Row[] }>(sql, [...bindings] as never[])
  return result.rows
}

/** The only row of a query, or null. */
export async function row<Row extends object>(
  sql: string,
  bindings: readonly Binding[] = [],
  client?: QueryClientContract
): Promise<Row | null> {
  return (await rows<Row>(sql, bindings, client))[0] ?? null
}
