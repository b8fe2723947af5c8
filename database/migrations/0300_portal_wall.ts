import { BaseSchema } from '@adonisjs/lucid/schema'

/** Tables whose rows say themselves whose they are. */
const OWN = [
  'saisines',
  'return_forms',
  'statements',
  'disputes',
  'association_departments',
  'memberships',
]

/** Tables that everybody may read: what a convention is and pays, and the words of the map. */
const COMMON = ['conventions', 'funders', 'fee_schedules', 'fees', 'departments']

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- The second wall of the portal: its requests read as a role that owns nothing and sees one association.
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reversement_portal') THEN
          CREATE ROLE reversement_portal NOLOGIN;
        END IF;
        IF NOT pg_has_role(current_user, 'reversement_portal', 'MEMBER') THEN
          EXECUTE format('GRANT reversement_portal TO %I', current_user);
        END IF;
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN
          -- Another database of the same server made it at this instant.
          NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'Le rôle reversement_portal manque, et % ne peut pas le créer. Un administrateur du serveur lance : CREATE ROLE reversement_portal NOLOGIN; GRANT reversement_portal TO %;', current_user, current_user;
      END $$;
      GRANT USAGE ON SCHEMA public TO reversement_portal;

      -- Whom the request is for; nothing is anybody's when it was not said.
      CREATE OR REPLACE FUNCTION portal_association() RETURNS bigint LANGUAGE sql STABLE
        RETURN nullif(current_setting('reversement.association', true), '')::bigint;

      ${OWN.map((table) => wall(table, 'association_id = portal_association()')).join('\n')}
      ${COMMON.map((table) => `GRANT SELECT ON ${table} TO reversement_portal;`).join('\n')}

      ${wall('associations', 'id = portal_association()')}
      ${wall('settlement_lines', 'association_id = portal_association() AND EXISTS (SELECT FROM statements s WHERE s.run_id = settlement_lines.run_id)')}
      ${wall('form_outcomes', 'EXISTS (SELECT FROM return_forms f WHERE f.id = form_id)')}
      ${wall('findings', 'EXISTS (SELECT FROM return_forms f WHERE f.id = form_id) OR EXISTS (SELECT FROM saisines s WHERE s.id = saisine_id)')}
      ${wall('statement_contents', 'EXISTS (SELECT FROM statements s WHERE s.id = statement_id)')}
      ${wall('documents', 'EXISTS (SELECT FROM statements s WHERE s.id = statement_id)')}

      -- Of these, the columns that an association may know: no cipher, no index, no one else's money.
      ${wall('runs', 'EXISTS (SELECT FROM statements s WHERE s.run_id = runs.id)', ['id', 'convention_id', 'code', 'until', 'issued_at', 'state'])}
      ${wall('bank_accounts', 'association_id = portal_association()', ['id', 'association_id', 'iban_country', 'iban_last4', 'bic', 'holder', 'proposed_at', 'approved_at', 'payable_from', 'replaced_at', 'blocked_at', 'blocked_reason'])}
      ${wall('transfers', 'EXISTS (SELECT FROM statements s WHERE s.id = statement_id)', ['id', 'transfer_order_id', 'statement_id', 'amount_cents', 'state', 'end_to_end_id'])}
      ${wall('transfer_orders', 'EXISTS (SELECT FROM transfers t WHERE t.transfer_order_id = transfer_orders.id)', ['id', 'execution_date'])}
      GRANT SELECT (federation_name, missing_form_days, fictitious) ON settings TO reversement_portal;
    `)
  }
}

function wall(table: string, mine: string, columns?: readonly string[]): string {
  const what = columns ? `SELECT (${columns.join(', ')})` : 'SELECT'
  return `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON ${table} FOR SELECT TO reversement_portal USING (${mine});
      GRANT ${what} ON ${table} TO reversement_portal;`
}
