import { rows } from '#app/shared/rows'
import type { KeptSequence } from '#app/keeping/backup/manifest'
import type { Trx } from '#app/shared/transaction'

/** What the migrations write themselves, and what lasts as long as a visit: nobody needs to find it again. */
const NOT_KEPT = ['adonis_schema', 'adonis_schema_versions', 'sessions', 'rate_limits']

export interface TableColumns {
  name: string
  columns: string[]
}

/** Tables whose rows are kept, with the columns that are not computed from others. */
export function keptTables(trx: Trx): Promise<TableColumns[]> {
  return rows<TableColumns>(
    `SELECT relname AS name, array_agg(attname ORDER BY attnum) FILTER (WHERE attgenerated = '')::text[] AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
       AND relname <> ALL (?)
     GROUP BY relname ORDER BY relname`,
    [NOT_KEPT],
    trx
  )
}

/** Where each sequence stands: a number that was given, even in vain, is not given twice. */
export async function keptSequences(trx: Trx): Promise<KeptSequence[]> {
  const owned = await rows<{ table: string; column: string; sequence: string }>(
    `SELECT c.relname AS "table", a.attname AS "column", d.objid::regclass::text AS sequence
     FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
     JOIN pg_class c ON c.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
     WHERE d.classid = 'pg_class'::regclass AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL (?)
     ORDER BY 1, 2`,
    [NOT_KEPT],
    trx
  )
  const sequences: KeptSequence[] = []
  for (const { table, column, sequence } of owned) {
    const [at] = await rows<{ last: number; used: boolean }>(
      `SELECT last_value AS last, is_called AS used FROM ${sequence}`,
      [],
      trx
    )
    sequences.push({ table, column, ...at! })
  }
  return sequences
}

/** Tables to empty before rows come back: those that are kept, and the visits under way. */
export async function emptiedTables(trx: Trx): Promise<string[]> {
  const kept = await keptTables(trx)
  return [...kept.map(({ name }) => name), 'sessions', 'rate_limits']
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** `"table" ("a", "b")`, for COPY. */
export function copyTarget({ name, columns }: TableColumns): string {
  return `public.${quoted(name)} (${columns.map(quoted).join(', ')})`
}
