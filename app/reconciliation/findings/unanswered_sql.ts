/**
 * SQL: the finding `n` waits for an answer. Findings are those of the last reconciliation; what was decided since, or
 * came since, is looked up.
 */
export const UNANSWERED_SQL = `CASE WHEN n.form_id IS NOT NULL
    THEN NOT EXISTS (SELECT 1 FROM decisions d WHERE d.form_id = n.form_id AND d.code = n.code AND d.undone_at IS NULL)
  ELSE NOT EXISTS (SELECT 1 FROM decisions d WHERE d.saisine_id = n.saisine_id AND d.undone_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM saisines s JOIN return_forms f ON f.reference = s.reference
      AND f.convention_id = s.convention_id WHERE s.id = n.saisine_id) END`
