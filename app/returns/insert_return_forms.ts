import { analyzeAfter } from '#app/intake/analyze_after'
import { CONTENT, KEY } from '#app/returns/form_columns'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * Most references come once and are new: they go in by one insert. Those that come twice, or are known
 * already, are compared word for word and numbered.
 */
export async function insertReturnForms(
  trx: Trx,
  importId: number
): Promise<{ created: number; unchanged: number }> {
  const [taken] = await rows<{ n: number }>('SELECT count(*) AS n FROM incoming', [], trx)
  await trx.rawQuery(
    `CREATE TEMP TABLE repeated ON COMMIT DROP AS
       SELECT ${KEY} FROM incoming GROUP BY ${KEY} HAVING count(*) > 1
       UNION SELECT ${KEY} FROM incoming JOIN return_forms USING (${KEY})`
  )
  const columns = `${KEY}, ${CONTENT}, version, origin, import_id, import_row`
  const plain = await trx.rawQuery(
    `INSERT INTO return_forms (${columns})
     SELECT ${KEY}, ${CONTENT}, 1, 'import', ?::bigint, import_row FROM incoming i
     WHERE NOT EXISTS (SELECT 1 FROM repeated r WHERE (${columnsOf('r', KEY)}) = (${columnsOf('i', KEY)}))
     ORDER BY import_row`,
    [importId]
  )
  const versions = await trx.rawQuery(
    `INSERT INTO return_forms (${columns})
     SELECT ${KEY}, ${CONTENT},
       coalesce((SELECT max(version) FROM return_forms f WHERE (${columnsOf('f', KEY)}) = (${columnsOf('i', KEY)})), 0)
         + row_number() OVER (PARTITION BY ${KEY} ORDER BY import_row),
       'import', ?::bigint, import_row
     FROM (SELECT DISTINCT ON (${KEY}, ${CONTENT}) * FROM incoming JOIN repeated USING (${KEY})
           ORDER BY ${KEY}, ${CONTENT}, import_row) i
     WHERE NOT EXISTS (SELECT 1 FROM return_forms f
       WHERE (${columnsOf('f', KEY)}) = (${columnsOf('i', KEY)})
       AND (${columnsOf('f', CONTENT)}) IS NOT DISTINCT FROM (${columnsOf('i', CONTENT)}))
     ORDER BY import_row`,
    [importId]
  )
  const created = plain.rowCount + versions.rowCount
  await analyzeAfter(trx, 'return_forms', created)
  return { created, unchanged: taken!.n - created }
}

function columnsOf(alias: string, columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ')
}
