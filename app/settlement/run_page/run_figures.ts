import type { Cents } from '#app/shared/cents'
import { row, rows } from '#app/shared/rows'

export interface RunFigures {
  totalCents: Cents
  lines: number
  associations: number
  saisines: number
  /** Null while there is no saisine to divide by. */
  meanCents: Cents | null
  services: ServiceFigure[]
}

export interface ServiceFigure {
  code: string
  label: string
  lines: number
  totalCents: Cents
}

/** What the lines of a run add up to, and by service. Balances taken back have no service: they are apart. */
export async function runFigures(runId: number): Promise<RunFigures> {
  const sums = await row<Omit<RunFigures, 'services' | 'meanCents'>>(
    `SELECT coalesce(sum(total_cents), 0)::bigint AS "totalCents", coalesce(sum(lines), 0)::bigint AS lines,
       count(*) AS associations, coalesce(sum(saisines), 0)::bigint AS saisines
     FROM run_associations WHERE run_id = ?`,
    [runId]
  )
  const services = await rows<ServiceFigure>(
    `SELECT t.code, coalesce((SELECT f.label FROM fees f JOIN fee_schedules s ON s.id = f.fee_schedule_id
         JOIN runs r ON r.convention_id = s.convention_id
         WHERE r.id = ? AND f.service_code = t.code ORDER BY s.id DESC LIMIT 1), 'Soldes repris') AS label,
       t.lines, t.total AS "totalCents"
     FROM (SELECT service_code AS code, sum(lines)::bigint AS lines, sum(total_cents)::bigint AS total
       FROM run_services WHERE run_id = ? GROUP BY 1) t ORDER BY t.total DESC, t.code`,
    [runId, runId]
  )
  const { totalCents, saisines } = sums!
  return {
    ...sums!,
    meanCents: saisines === 0 ? null : Math.round(totalCents / saisines),
    services,
  }
}
