import { readLine } from '#app/statements/explanation/read_line'
import { rows } from '#app/shared/rows'

/** « Pourquoi ce montant ? » of any line, issued or not: its reasons, what they rest on, and who decided. */
export async function readLinePage(id: number) {
  const line = await readLine(id)
  return line && { ...line, deciders: await decidersOf(id) }
}

/** Each person whose word is in the line: on its form, its correction, its run. */
function decidersOf(id: number) {
  return rows<{ what: string; who: string; at: Date; reason: string | null }>(
    `WITH line AS (SELECT * FROM settlement_lines WHERE id = ?)
     SELECT what, u.full_name AS who, at, reason FROM (
       SELECT 1 AS rank, 'Fiche décidée' AS what, d.decided_by AS person, d.decided_at AS at, d.reason
         FROM decisions d JOIN line ON line.form_id = d.form_id WHERE d.undone_at IS NULL
       UNION ALL SELECT 2, 'Régularisation décidée', c.decided_by, c.decided_at, c.decision_reason
         FROM proposed_corrections c JOIN line ON line.proposed_correction_id = c.id WHERE c.decided_by IS NOT NULL
       UNION ALL SELECT 3, 'Campagne calculée', r.prepared_by, r.calculated_at, NULL
         FROM runs r JOIN line ON line.run_id = r.id WHERE r.calculated_at IS NOT NULL
       UNION ALL SELECT 4, 'Campagne soumise', r.submitted_by, r.submitted_at, NULL
         FROM runs r JOIN line ON line.run_id = r.id WHERE r.submitted_by IS NOT NULL
       UNION ALL SELECT 5, 'Campagne approuvée', a.approver_id, a.approved_at, NULL
         FROM run_approvals a JOIN line ON line.run_id = a.run_id WHERE a.voided_at IS NULL
       UNION ALL SELECT 6, 'Relevé émis', r.issued_by, r.issued_at, NULL
         FROM runs r JOIN line ON line.run_id = r.id WHERE r.issued_by IS NOT NULL
     ) AS words JOIN users u ON u.id = words.person ORDER BY rank, at`,
    [id]
  )
}
