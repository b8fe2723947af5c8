import { quoted } from '#app/keeping/backup/kept_tables'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface Orphan {
  table: string
  column: string
  value: string
}

/**
 * The first row that names something that is not there, among the references that triggers check by sets (migration
 * 0130): these were silent while the rows came, and no foreign key speaks for them.
 */
export async function orphanReferences(trx: Trx): Promise<Orphan | null> {
  const checks = await rows<{ table: string; args: string }>(
    `SELECT relname AS "table", encode(tgargs, 'escape') AS args FROM pg_trigger
     JOIN pg_class ON pg_class.oid = tgrelid WHERE tgfoid = 'check_references'::regproc AND tgname LIKE '%\\_insert'`,
    [],
    trx
  )
  for (const { table, args } of checks) {
    const names = args.split('\\000').slice(0, -1)
    for (let i = 0; i < names.length; i += 3) {
      const [column, parent, key] = names.slice(i, i + 3) as [string, string, string]
      const [orphan] = await rows<{ value: string }>(
        `SELECT child.${quoted(column)}::text AS value FROM ${quoted(table)} child
         WHERE child.${quoted(column)} IS NOT NULL AND NOT EXISTS (
           SELECT FROM ${quoted(parent)} parent WHERE parent.${quoted(key)} = child.${quoted(column)}) LIMIT 1`,
        [],
        trx
      )
      if (orphan) return { table, column, value: orphan.value }
    }
  }
  return null
}
