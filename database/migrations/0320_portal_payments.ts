import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- The day by which an association is answered: it follows from the day it wrote, and nobody moves it.
      ALTER TABLE disputes ADD answer_by date NOT NULL
        GENERATED ALWAYS AS ((opened_at AT TIME ZONE 'Europe/Paris')::date + 30) STORED;

      -- What the association and the coordination wrote to each other before the answer.
      CREATE TABLE dispute_messages (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        dispute_id bigint NOT NULL REFERENCES disputes,
        author_id bigint NOT NULL REFERENCES users,
        side text NOT NULL CONSTRAINT dispute_messages_side CHECK (side IN ('association', 'federation')),
        body text NOT NULL CONSTRAINT dispute_messages_body CHECK (length(body) BETWEEN 1 AND 500),
        written_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX dispute_messages_dispute ON dispute_messages (dispute_id);
      CREATE TRIGGER dispute_messages_append_only BEFORE UPDATE OR DELETE ON dispute_messages
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- The document that an association joined to its dispute, kept in the archive.
      CREATE TABLE dispute_files (
        dispute_id bigint PRIMARY KEY REFERENCES disputes,
        file_key text NOT NULL UNIQUE,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
        file_name text NOT NULL CHECK (file_name <> ''),
        media_type text NOT NULL,
        size_bytes integer NOT NULL CHECK (size_bytes > 0)
      );
      CREATE TRIGGER dispute_files_append_only BEFORE UPDATE OR DELETE ON dispute_files
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- What an association says of itself, until the federation has accepted or refused it.
      CREATE TABLE proposed_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        association_id bigint NOT NULL REFERENCES associations,
        kind text NOT NULL CONSTRAINT proposed_changes_kind CHECK (kind IN ('contacts', 'departments', 'referent')),
        department_code text REFERENCES departments,
        stated jsonb NOT NULL,
        proposed_by bigint NOT NULL REFERENCES users,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        state text NOT NULL DEFAULT 'proposed'
          CONSTRAINT proposed_changes_state CHECK (state IN ('proposed', 'accepted', 'refused', 'replaced')),
        decided_by bigint REFERENCES users,
        decided_at timestamptz,
        reason text CONSTRAINT proposed_changes_reason CHECK (reason <> ''),
        CONSTRAINT proposed_changes_department CHECK ((kind = 'referent') = (department_code IS NOT NULL)),
        CONSTRAINT proposed_changes_decided CHECK (
          (state IN ('accepted', 'refused')) = (decided_at IS NOT NULL)
          AND (decided_by IS NULL) = (decided_at IS NULL) AND (state <> 'refused' OR reason IS NOT NULL))
      );
      COMMENT ON COLUMN proposed_changes.stated IS 'Cells of an associations file, or those of the form of a référent.';
      CREATE UNIQUE INDEX proposed_changes_waiting
        ON proposed_changes (association_id, kind, coalesce(department_code, '')) WHERE state = 'proposed';
      CREATE TRIGGER proposed_changes_decided_once BEFORE UPDATE ON proposed_changes
        FOR EACH ROW WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER proposed_changes_kept BEFORE DELETE ON proposed_changes
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      ${wall('dispute_messages', OF_DISPUTE, ['id', 'dispute_id', 'side', 'body', 'written_at'])}
      ${wall('dispute_files', OF_DISPUTE, ['dispute_id', 'file_key', 'sha256', 'file_name', 'media_type', 'size_bytes'])}
      ${wall('proposed_changes', 'association_id = portal_association()', ['id', 'association_id', 'kind', 'department_code', 'stated', 'proposed_at', 'state', 'decided_at', 'reason'])}
      ${wall('proposed_corrections', 'association_id = portal_association()', ['id', 'association_id', 'saisine_id', 'form_id', 'amount_cents', 'reason', 'state', 'proposed_at', 'decided_at'])}
      ${wall('debit_notes', 'EXISTS (SELECT FROM statements s WHERE s.id = statement_id)', ['statement_id', 'number', 'amount_cents', 'reason', 'decided_at'])}
      ${wall('decisions', 'EXISTS (SELECT FROM return_forms f WHERE f.id = form_id)', ['id', 'form_id', 'code', 'verdict', 'reason', 'decided_at', 'undone_at'])}
      ${wall('referents', 'association_id = portal_association()')}
      GRANT SELECT (rejected_at, rejection_reason) ON bank_accounts TO reversement_portal;
    `)
  }
}

const OF_DISPUTE = 'EXISTS (SELECT FROM disputes d WHERE d.id = dispute_id)'

function wall(table: string, mine: string, columns?: readonly string[]): string {
  const what = columns ? `SELECT (${columns.join(', ')})` : 'SELECT'
  return `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      DROP POLICY IF EXISTS portal ON ${table};
      CREATE POLICY portal ON ${table} FOR SELECT TO reversement_portal USING (${mine});
      GRANT ${what} ON ${table} TO reversement_portal;`
}
