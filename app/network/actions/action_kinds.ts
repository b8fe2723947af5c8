import { rows } from '#app/shared/rows'

export interface ActionKind {
  id: number
  code: string
  label: string
  retired: boolean
}

/** The kinds of awareness actions, those that may be declared first. */
export function actionKinds(): Promise<ActionKind[]> {
  return rows<ActionKind>(
    `SELECT id, code, label, retired_at IS NOT NULL AS retired FROM action_kinds ORDER BY 4, code = 'autre', label`
  )
}
