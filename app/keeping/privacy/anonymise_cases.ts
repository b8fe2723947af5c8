import { nameFilesOf } from '#app/keeping/privacy/name_files_of'
import type { Trx } from '#app/shared/transaction'

/** What takes the place of a text that a person wrote. */
const ERASED = `'Texte effacé à l’échéance.'`

const DUE_DISPUTES = `
  SELECT d.id FROM disputes d LEFT JOIN settlement_lines l ON l.id = d.line_id
  WHERE ${isDue('due_forms', 'd.form_id')} OR ${isDue('due_saisines', 'l.saisine_id')}`

/** By the index of the due: beside an OR, a list too long for the memory of a query would be read again for each row. */
function isDue(table: 'due_forms' | 'due_saisines', column: string): string {
  return `EXISTS (SELECT FROM ${table} due WHERE due.id = ${column})`
}

/** In the order of what reads what; each gives the number of its rows. */
const STEPS: Readonly<Record<string, string>> = {
  saisines: `UPDATE saisines s SET reference = d.token, opened_on = date_trunc('quarter', s.opened_on::timestamp),
    mandate = 'non_precise', facts = NULL, collective_event = NULL, import_row = NULL, anonymised_at = now()
    FROM due_saisines d WHERE d.id = s.id`,
  forms: `UPDATE return_forms f SET reference = d.token, received_on = date_trunc('quarter', f.received_on::timestamp),
    first_contact_on = NULL, last_act_on = NULL, memo_de_vie = NULL, note = NULL, import_row = NULL, anonymised_at = now()
    FROM due_forms d WHERE d.id = f.id`,
  findings: `DELETE FROM findings WHERE ${isDue('due_forms', 'form_id')} OR ${isDue('due_saisines', 'saisine_id')}`,
  caseDrafts: `DELETE FROM form_drafts WHERE saisine_id IN (SELECT id FROM due_saisines)`,
  decisions: `UPDATE decisions SET reason = ${ERASED} WHERE form_id IN (SELECT id FROM due_forms)`,
  reassignments: `UPDATE reassignments SET reason = ${ERASED} WHERE saisine_id IN (SELECT id FROM due_saisines)`,
  corrections: `UPDATE proposed_corrections SET reason = ${ERASED},
    decision_reason = CASE WHEN decision_reason IS NOT NULL THEN ${ERASED} END
    WHERE saisine_id IN (SELECT id FROM due_saisines)`,
  disputes: `UPDATE disputes SET details = '', answer = ${ERASED} WHERE id IN (SELECT id FROM due_disputes)`,
  disputeMessages: `UPDATE dispute_messages SET body = ${ERASED} WHERE dispute_id IN (SELECT id FROM due_disputes)`,
  events: `UPDATE events e SET before = NULL, after = NULL
    WHERE num_nonnulls(before, after) > 0 AND (
      subject_type = 'saisine' AND ${isDue('due_saisines', 'subject_id')}
      OR subject_type = 'return_form' AND ${isDue('due_forms', 'subject_id')}
      OR subject_type = 'dispute' AND subject_id IN (SELECT id FROM due_disputes)
      OR subject_type = 'proposed_correction' AND subject_id IN (
        SELECT id FROM proposed_corrections WHERE saisine_id IN (SELECT id FROM due_saisines)))`,
}

/** Takes from the due cases all that names somebody; their files go once that is committed. Gives counts. */
export async function anonymiseCases(trx: Trx): Promise<Record<string, number>> {
  await trx.rawQuery(`CREATE TEMP TABLE due_disputes ON COMMIT DROP AS ${DUE_DISPUTES}`)
  const counts: Record<string, number> = {}
  for (const [what, sql] of Object.entries(STEPS)) {
    const { rowCount } = await trx.rawQuery<{ rowCount: number }>(sql)
    counts[what] = rowCount
  }
  counts.disputeFiles = await nameFilesOf(
    trx,
    'dispute_files f WHERE dispute_id IN (SELECT id FROM due_disputes)'
  )
  await trx.rawQuery('DROP TABLE due_disputes')
  return counts
}
