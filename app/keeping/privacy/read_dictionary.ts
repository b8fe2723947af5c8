import { rows } from '#app/shared/rows'

export interface DescribedColumn {
  name: string
  type: string
  required: boolean
  /** What it is, from the schema itself; null when nobody said. */
  about: string | null
}

export interface DescribedTable {
  name: string
  about: string | null
  columns: DescribedColumn[]
}

/** Every table of the real schema, with what its own comments say. */
export function readDictionary(): Promise<DescribedTable[]> {
  return rows<DescribedTable>(`
    SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS about,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'required', a.attnotnull, 'about', col_description(c.oid, a.attnum)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE 'adonis\\_schema%'
    GROUP BY c.oid, c.relname ORDER BY c.relname`)
}
