import type { TypedCells } from '#app/intake/typed_cells'
import { row } from '#app/shared/rows'

export interface FormDraft {
  cells: TypedCells
  savedAt: Date
}

/** What an association has begun to write of its saisine. */
export function formDraft(saisineId: number, associationId: number): Promise<FormDraft | null> {
  return row<FormDraft>(
    'SELECT cells, saved_at AS "savedAt" FROM form_drafts WHERE saisine_id = ? AND association_id = ?',
    [saisineId, associationId]
  )
}
