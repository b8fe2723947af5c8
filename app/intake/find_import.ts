import type { ImportKind, ImportProblem } from '#app/intake/import_kind'
import { row, rows } from '#app/shared/rows'

export interface ImportView {
  id: number
  kind: ImportKind['kind']
  fileName: string
  sheet: string
  actor: string | null
  appliedAt: Date
  created: number
  unchanged: number
  refused: number
  undoneAt: Date | null
  undoneBy: string | null
}

/** What an import did. */
export function findImport(id: number): Promise<ImportView | null> {
  return row<ImportView>(
    `SELECT i.id, i.kind, i.file_name AS "fileName", i.sheet, u.full_name AS actor, i.applied_at AS "appliedAt",
       i.created_count AS created, i.unchanged_count AS unchanged, i.refused_count AS refused,
       i.undone_at AS "undoneAt", b.full_name AS "undoneBy"
     FROM imports i LEFT JOIN users u ON u.id = i.actor_id LEFT JOIN users b ON b.id = i.undone_by WHERE i.id = ?`,
    [id]
  )
}

/** The rows that an import left out, in the order of the sheet. */
export function leftOutRows(id: number, limit: number, offset: number): Promise<ImportProblem[]> {
  return rows<ImportProblem>(
    `SELECT row_number AS "rowNumber", column_name AS "column", value, message, remedy FROM import_problems
     WHERE import_id = ? ORDER BY row_number, column_name, message LIMIT ? OFFSET ?`,
    [id, limit, offset]
  )
}

/** How many problems it noted: a row may have several. */
export async function countLeftOut(id: number): Promise<number> {
  const counted = await row<{ n: number }>(
    'SELECT count(*) AS n FROM import_problems WHERE import_id = ?',
    [id]
  )
  return counted!.n
}
