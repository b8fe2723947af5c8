/**
 * SQL: the lines of the statements issued under a convention between two days, both included (three bindings). What
 * a statement takes back from an earlier one was counted there: it is left out, as the books leave it out.
 */
export const PAID_LINES = `
  SELECT l.id, l.kind, l.association_id, l.saisine_id, l.form_id, l.fee_id, l.service_code, l.unit_cents, l.quantity_retained,
    l.amount_cents, (st.issued_at AT TIME ZONE 'Europe/Paris')::date AS issued_on
  FROM settlement_lines l JOIN statements st USING (run_id, association_id) JOIN runs r ON r.id = st.run_id
  WHERE l.kind <> 'carry_forward' AND r.convention_id = ?
    AND (st.issued_at AT TIME ZONE 'Europe/Paris')::date BETWEEN ? AND ?`
