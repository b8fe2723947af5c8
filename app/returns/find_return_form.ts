import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

export interface ReturnFormView {
  id: number
  reference: string
  conventionId: number
  convention: string
  conventionTitle: string
  associationId: number
  association: string
  associationName: string
  version: number
  receivedOn: Day
  firstContactOn: Day | null
  lastActOn: Day | null
  outcome: string
  quantities: Readonly<Record<string, number>>
  memoDeVie: boolean | null
  note: string | null
  origin: string
  importId: number | null
  importRow: number | null
  importFile: string | null
  attestedBy: string | null
  /** What the reconciliation made of it; null before it. */
  match: string | null
  /** The saisine it answers: as reconciled, else by its reference. */
  saisineId: number | null
}

/** One version of a fiche retour. */
export function findReturnForm(id: number): Promise<ReturnFormView | null> {
  return row<ReturnFormView>(
    `SELECT f.id, f.reference, f.convention_id AS "conventionId", c.code AS convention, c.title AS "conventionTitle",
       a.id AS "associationId", a.code AS association, a.name AS "associationName", f.version,
       f.received_on AS "receivedOn", f.first_contact_on AS "firstContactOn", f.last_act_on AS "lastActOn", f.outcome,
       f.quantities, f.memo_de_vie AS "memoDeVie", f.note, f.origin, f.import_id AS "importId",
       f.import_row AS "importRow", i.file_name AS "importFile", u.full_name AS "attestedBy", o.outcome AS match,
       coalesce(o.saisine_id, s.id) AS "saisineId"
     FROM return_forms f JOIN conventions c ON c.id = f.convention_id JOIN associations a ON a.id = f.association_id
     LEFT JOIN imports i ON i.id = f.import_id LEFT JOIN users u ON u.id = f.attested_by
     LEFT JOIN form_outcomes o ON o.form_id = f.id
     LEFT JOIN saisines s ON s.reference = f.reference AND s.convention_id = f.convention_id WHERE f.id = ?`,
    [id]
  )
}

export interface VersionOfForm {
  id: number
  version: number
  receivedOn: Day
  match: string | null
}

/** All versions of the same account, the last first. */
export function versionsOf(
  form: Pick<ReturnFormView, 'reference' | 'conventionId' | 'associationId'>
): Promise<VersionOfForm[]> {
  return rows<VersionOfForm>(
    `SELECT f.id, f.version, f.received_on AS "receivedOn", o.outcome AS match
     FROM return_forms f LEFT JOIN form_outcomes o ON o.form_id = f.id
     WHERE f.reference = ? AND f.convention_id = ? AND f.association_id = ? ORDER BY f.version DESC`,
    [form.reference, form.conventionId, form.associationId]
  )
}

/** Names of the services of a convention's barèmes, past ones too: service code → label. */
export async function serviceLabels(conventionId: number): Promise<Map<string, string>> {
  const found = await rows<{ code: string; label: string }>(
    `SELECT DISTINCT ON (f.service_code) f.service_code AS code, f.label
     FROM fees f JOIN fee_schedules s ON s.id = f.fee_schedule_id WHERE s.convention_id = ?
     ORDER BY f.service_code, s.superseded_at IS NOT NULL, s.starts_on DESC`,
    [conventionId]
  )
  return new Map(found.map(({ code, label }) => [code, label]))
}
