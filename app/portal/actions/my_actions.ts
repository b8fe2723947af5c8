import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

export interface MyAction {
  id: number
  heldOn: Day
  department: string
  kind: string
  label: string
  participants: number
  withAmf: boolean
  withdrawn: boolean
}

/** What the association declared, the last first. Reads behind the wall. */
export function myActions(): Promise<MyAction[]> {
  return rows<MyAction>(
    `SELECT w.id, w.held_on AS "heldOn", w.department, k.label AS kind, w.label, w.participants, w.with_amf AS "withAmf",
       w.withdrawn_at IS NOT NULL AS withdrawn
     FROM awareness_actions w JOIN action_kinds k ON k.code = w.kind ORDER BY w.held_on DESC, w.id DESC LIMIT 500`
  )
}
