/**
 * SQL: what a statement `st` cost by itself. A debt that it takes back from an earlier statement was counted there.
 */
export const STATEMENT_COST = `(st.total_cents - coalesce((SELECT sum(carried.amount_cents) FROM settlement_lines carried
    WHERE carried.carried_statement_id IS NOT NULL AND carried.run_id = st.run_id
      AND carried.association_id = st.association_id), 0))`
