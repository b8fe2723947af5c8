import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- What the books say of the transfers of the association that asks, and nothing else of them: what a year is
      -- certified from. A mistake that its own year corrected is not told.
      CREATE FUNCTION my_booked_transfers() RETURNS TABLE (transfer_id bigint, entry_id bigint, deed text, told_on date,
        booked_on date, amount_cents bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
        SELECT t.id, e.id,
          CASE WHEN e.reverses_id IS NOT NULL THEN 'corrected' WHEN e.kind = 'transfer_execution' THEN 'executed'
            ELSE 'returned' END,
          e.piece_date, e.entry_date,
          CASE WHEN (e.kind = 'transfer_execution') = (e.reverses_id IS NULL) THEN t.amount_cents ELSE -t.amount_cents END
        FROM journal_entries e JOIN transfers t ON t.id = e.transfer_id JOIN statements s ON s.id = t.statement_id
        WHERE s.association_id = portal_association() AND NOT EXISTS (SELECT 1 FROM journal_entries o
          WHERE (o.reverses_id = e.id OR o.id = e.reverses_id)
            AND date_trunc('year', o.entry_date) = date_trunc('year', e.entry_date))
      $$;
    `)
  }
}
