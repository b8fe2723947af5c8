import type Run from '#app/settlement/run'
import {
  runFigures,
  type RunFigures,
  type ServiceFigure,
} from '#app/settlement/run_page/run_figures'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

export interface RunVariance {
  previous: { id: number; code: string; until: Day; figures: RunFigures }
  services: { label: string; before: Cents; now: Cents }[]
  appearing: AssociationName[]
  disappearing: AssociationName[]
}

interface AssociationName {
  id: number
  code: string
  name: string
}

/** What changed since the last run of the convention that was issued before this one; null for a first run. */
export async function runVariance(run: Run, figures: RunFigures): Promise<RunVariance | null> {
  const previous = await row<{ id: number; code: string; until: Day }>(
    `SELECT id, code, until FROM runs WHERE convention_id = ? AND id <> ? AND state IN ('issued', 'paid', 'closed')
       AND issued_at < coalesce(?::timestamptz, 'infinity') ORDER BY issued_at DESC LIMIT 1`,
    [run.conventionId, run.id, run.issuedAt?.toJSDate() ?? null]
  )
  if (!previous) return null
  const before = await runFigures(previous.id)
  return {
    previous: { ...previous, figures: before },
    services: sideBySide(before.services, figures.services),
    appearing: await onlyIn(run.id, previous.id),
    disappearing: await onlyIn(previous.id, run.id),
  }
}

function sideBySide(before: readonly ServiceFigure[], now: readonly ServiceFigure[]) {
  const codes = new Set([...now, ...before].map(({ code }) => code))
  return Array.from(codes, (code) => {
    const [old, present] = [before, now].map((services) =>
      services.find((one) => one.code === code)
    )
    return {
      label: (present ?? old)!.label,
      before: old?.totalCents ?? 0,
      now: present?.totalCents ?? 0,
    }
  })
}

function onlyIn(runId: number, otherId: number): Promise<AssociationName[]> {
  return rows<AssociationName>(
    `SELECT id, code, name FROM associations WHERE id IN (
       SELECT association_id FROM run_associations WHERE run_id = ?
       EXCEPT SELECT association_id FROM run_associations WHERE run_id = ?) ORDER BY code`,
    [runId, otherId]
  )
}
