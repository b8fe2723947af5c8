import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Identifiers of a table's rows by their code, for reading millions of cells without a query. */
export async function knownCodes(
  trx: Trx,
  table: 'associations' | 'conventions'
): Promise<(text: string) => number | null> {
  const known = new Map<string, number>()
  for (const { id, code } of await rows<{ id: number; code: string }>(
    `SELECT id, code FROM ${table}`,
    [],
    trx
  )) {
    known.set(code, id)
  }
  return (text) => known.get(text) ?? known.get(text.trim().toUpperCase()) ?? null
}
