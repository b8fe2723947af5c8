import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { OpenedBackup } from '#app/keeping/backup/open_backup'
import { copyTarget, emptiedTables, quoted } from '#app/keeping/backup/kept_tables'
import { tablePart } from '#app/keeping/backup/manifest'
import { usePlainText } from '#app/keeping/backup/read_context'
import { orphanReferences } from '#app/keeping/backup/orphan_references'
import type { Watch } from '#app/keeping/backup/write_backup'
import { connectionOf } from '#app/shared/copy'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * Puts the rows of a backup in the place of all those of the database, in one transaction. Triggers are silent
 * meanwhile, and foreign keys are taken off and laid again: laying them checks every row. That asks nothing but to own
 * the tables, and no order among them. Throws on the first row that a constraint refuses.
 */
export async function loadRows(trx: Trx, backup: OpenedBackup, watch: Watch): Promise<void> {
  const { tables, sequences } = backup.manifest
  await usePlainText(trx)
  const emptied = (await emptiedTables(trx)).map(quoted)
  const keys = await foreignKeys(trx)
  for (const table of emptied) await trx.rawQuery(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  for (const { table, name } of keys) {
    await trx.rawQuery(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`)
  }
  // Sequences too: otherwise what sets them below would outlive a restore that fails.
  await trx.rawQuery(`TRUNCATE ${emptied.join(', ')} RESTART IDENTITY`)
  const connection = await connectionOf(trx)
  for (const [index, table] of tables.entries()) {
    watch('Tables', index, tables.length)
    const copy = connection.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`))
    await pipeline(await backup.read(tablePart(table.name)), copy)
    if (copy.rowCount !== table.rows) throw new Error(`${table.name}: ${copy.rowCount} rows`)
  }
  for (const { table, column, last, used } of sequences) {
    await rows(
      'SELECT setval(pg_get_serial_sequence(?, ?), ?, ?)',
      [`public.${quoted(table)}`, column, last, used],
      trx
    )
  }
  watch('Clés et déclencheurs')
  for (const { table, name, definition } of keys) {
    await trx.rawQuery(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`)
  }
  for (const table of emptied) await trx.rawQuery(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  const orphan = await orphanReferences(trx)
  if (orphan) throw new Error(`${orphan.table}.${orphan.column}: ${orphan.value}`)
  await trx.rawQuery('ANALYZE')
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

function foreignKeys(trx: Trx): Promise<ForeignKey[]> {
  return rows<ForeignKey>(
    `SELECT relname AS "table", conname AS name, pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_class ON pg_class.oid = conrelid
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 ORDER BY 1, 2`,
    [],
    trx
  )
}
