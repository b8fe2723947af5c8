import type { Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** A saisine as the association that has it in charge knows it. */
export interface OwnSaisine {
  id: number
  reference: string
  conventionId: number
  convention: string
  conventionTitle: string
  associationId: number
  association: string
  openedOn: Day
  channel: string
  department: string
  beneficiary: string
}

/** The saisine, to the association in charge of it; null to all others. */
export function ownSaisine(
  id: number,
  associationId: number,
  client?: QueryClientContract
): Promise<OwnSaisine | null> {
  return row<OwnSaisine>(
    `SELECT s.id, s.reference, s.convention_id AS "conventionId", c.code AS convention, c.title AS "conventionTitle",
       s.association_id AS "associationId", a.code AS association, s.opened_on AS "openedOn", s.channel, s.department,
       s.beneficiary
     FROM saisines s JOIN conventions c ON c.id = s.convention_id JOIN associations a ON a.id = s.association_id
     WHERE s.id = ? AND s.association_id = ?`,
    [id, associationId],
    client
  )
}
