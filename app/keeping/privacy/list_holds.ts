import { rows } from '#app/shared/rows'

export interface LegalHold {
  id: number
  /** « Convention AMF-2021 », « Saisine S-AAAAA ». */
  what: string
  reason: string
  at: Date
  who: string
  liftedAt: Date | null
  liftedBy: string | null
}

/** Legal holds, the last decided first; those that were lifted too when `all`. */
export function listHolds({ all }: { all: boolean }): Promise<LegalHold[]> {
  return rows<LegalHold>(
    `SELECT h.id, coalesce('Convention ' || c.code, 'Saisine ' || s.reference) AS what, h.reason, h.held_at AS at,
       u.full_name AS who, h.lifted_at AS "liftedAt", l.full_name AS "liftedBy"
     FROM legal_holds h JOIN users u ON u.id = h.held_by LEFT JOIN users l ON l.id = h.lifted_by
     LEFT JOIN conventions c ON c.id = h.convention_id LEFT JOIN saisines s ON s.id = h.saisine_id
     WHERE ? OR h.lifted_at IS NULL ORDER BY h.lifted_at IS NOT NULL, h.id DESC`,
    [all]
  )
}
