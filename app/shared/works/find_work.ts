import { row } from '#app/shared/rows'
import type { WorkView } from '#app/shared/works/works'

const COLUMNS = `id, kind, subject_id AS "subjectId", options, started_by AS "startedBy", state, done, total, outcome,
  created_at AS "createdAt", ended_at AS "endedAt"`

export function findWork(id: number): Promise<WorkView | null> {
  return row<WorkView>(`SELECT ${COLUMNS} FROM works WHERE id = ?`, [id])
}

/** The work of this kind that is under way for this thing, or null. */
export function workUnderWay(kind: string, subjectId: number): Promise<WorkView | null> {
  return row<WorkView>(
    `SELECT ${COLUMNS} FROM works WHERE kind = ? AND subject_id = ? AND ended_at IS NULL`,
    [kind, subjectId]
  )
}
