import { rows } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export interface PayableService {
  conventionId: number
  code: string
  label: string
}

/** Services of the live barèmes, in their order, once each; those of one convention when its code is given. */
export async function payableServices(
  conventionCode?: string,
  client?: QueryClientContract
): Promise<PayableService[]> {
  return rows<PayableService>(
    `SELECT "conventionId", code, label FROM (
       SELECT DISTINCT ON (c.id, f.service_code) c.id AS "conventionId", f.service_code AS code, f.label, f.position
       FROM fees f JOIN fee_schedules s ON s.id = f.fee_schedule_id JOIN conventions c ON c.id = s.convention_id
       WHERE s.superseded_at IS NULL AND (?::text IS NULL OR c.code = ?)
       ORDER BY c.id, f.service_code, s.starts_on DESC) latest
     ORDER BY "conventionId", position`,
    [conventionCode ?? null, conventionCode ?? null],
    client
  )
}
