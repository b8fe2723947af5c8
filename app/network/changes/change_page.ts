import {
  CHANGE_KINDS,
  CHANGE_STATES,
  STATED_LABELS,
  type ChangeKind,
} from '#app/network/changes/change_kinds'
import type { Stated } from '#app/network/changes/proposed_change'
import { formatDay } from '#app/shared/french_format'
import { row } from '#app/shared/rows'
import { timelineOf } from '#app/shared/screens/timeline'

interface ChangeFacts {
  id: number
  associationId: number
  code: string
  association: string
  kind: ChangeKind
  stated: Stated
  known: Stated
  state: keyof typeof CHANGE_STATES
  proposedBy: string
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
}

/** What an association proposes beside what is known of it; null when there is no such proposal. */
export async function readChangePage(id: number) {
  const change = await row<ChangeFacts>(FACTS, [id])
  if (!change) return null
  const { stated, known } = change
  return {
    change,
    kind: CHANGE_KINDS[change.kind],
    badge: CHANGE_STATES[change.state],
    lines: statedLines(stated).map(({ column, ...line }) => ({
      ...line,
      before: known[column] ?? '',
      changed: (known[column] ?? '') !== stated[column],
    })),
    events: await timelineOf('proposed_change', id),
  }
}

/** What is stated, in the words of the screens. */
export function statedLines(stated: Stated): { column: string; label: string; value: string }[] {
  return Object.entries(STATED_LABELS)
    .filter(([column]) => stated[column] !== undefined)
    .map(([column, label]) => ({
      column,
      label,
      value: column === 'debut' ? formatDay(stated[column]!) : stated[column]!,
    }))
}

const FACTS = `
  SELECT c.id, a.id AS "associationId", a.code, a.name AS association, c.kind, c.stated, c.state,
    p.full_name AS "proposedBy", c.proposed_at AS "proposedAt", d.full_name AS "decidedBy", c.decided_at AS "decidedAt",
    c.reason,
    json_build_object('email', coalesce(a.email, ''), 'numero', coalesce(a.building_number, ''),
      'voie', coalesce(a.street, ''), 'code_postal', coalesce(a.postcode, ''), 'commune', a.town, 'pays', a.country,
      'departements', (SELECT coalesce(string_agg(department_code, ', ' ORDER BY department_code), '')
        FROM association_departments x WHERE x.association_id = a.id),
      'departement', coalesce(c.department_code, ''), 'nom', coalesce(r.name, 'aucun')) AS known
  FROM proposed_changes c JOIN associations a ON a.id = c.association_id JOIN users p ON p.id = c.proposed_by
  LEFT JOIN users d ON d.id = c.decided_by
  LEFT JOIN referents r ON r.department_code = c.department_code AND daterange(r.starts_on, r.ends_on) @> CURRENT_DATE
  WHERE c.id = ?`
