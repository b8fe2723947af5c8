import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- Backups that were made: what the page of the installation says of the last one.
      CREATE TABLE backups (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        made_at timestamptz NOT NULL,
        file_name text NOT NULL,
        size_bytes bigint NOT NULL CONSTRAINT backups_size CHECK (size_bytes > 0),
        sha256 bytea NOT NULL CONSTRAINT backups_sha256 CHECK (octet_length(sha256) = 32),
        row_count bigint NOT NULL,
        document_count bigint NOT NULL,
        chain_head bigint NOT NULL,
        breach_count bigint NOT NULL
      );

      -- How long the detail stays: one row, decided by the federation.
      CREATE TABLE retention (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT retention_one CHECK (id),
        case_months integer NOT NULL DEFAULT 24 CONSTRAINT retention_case_months CHECK (case_months BETWEEN 1 AND 120),
        access_log_months integer NOT NULL DEFAULT 12
          CONSTRAINT retention_access_log_months CHECK (access_log_months BETWEEN 6 AND 12)
      );
      INSERT INTO retention DEFAULT VALUES;

      -- What is kept although its time has come: a litigation, an inspection. Lifted once, never erased.
      CREATE TABLE legal_holds (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        saisine_id bigint CONSTRAINT legal_holds_saisine_fkey REFERENCES saisines,
        convention_id bigint CONSTRAINT legal_holds_convention_fkey REFERENCES conventions,
        reason text NOT NULL CONSTRAINT legal_holds_reason CHECK (length(reason) BETWEEN 1 AND 300),
        held_by bigint NOT NULL CONSTRAINT legal_holds_held_by_fkey REFERENCES users,
        held_at timestamptz NOT NULL DEFAULT now(),
        lifted_by bigint CONSTRAINT legal_holds_lifted_by_fkey REFERENCES users,
        lifted_at timestamptz,
        CONSTRAINT legal_holds_one_thing CHECK (num_nonnulls(saisine_id, convention_id) = 1),
        CONSTRAINT legal_holds_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
      );
      CREATE UNIQUE INDEX legal_holds_saisine ON legal_holds (saisine_id) WHERE lifted_at IS NULL;
      CREATE UNIQUE INDEX legal_holds_convention ON legal_holds (convention_id) WHERE lifted_at IS NULL;
      CREATE TRIGGER legal_holds_frozen BEFORE UPDATE ON legal_holds
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('lifted_at', 'lifted_by');
      CREATE TRIGGER legal_holds_kept BEFORE DELETE ON legal_holds
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- A purge is rehearsed before it is done: what it would do, in counts and in a digest of what it would touch.
      CREATE TABLE purge_rehearsals (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        today date NOT NULL,
        digest bytea NOT NULL CONSTRAINT purge_rehearsals_digest CHECK (octet_length(digest) = 32),
        counts jsonb NOT NULL,
        rehearsed_by bigint NOT NULL CONSTRAINT purge_rehearsals_by_fkey REFERENCES users,
        rehearsed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TRIGGER purge_rehearsals_append_only BEFORE UPDATE OR DELETE ON purge_rehearsals
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- The only door to rows that never change: a row of this register opens it for the transaction that writes it, and
      -- stays. Without it nothing is anonymised, and no account is sealed again.
      CREATE TABLE openings (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        purpose text NOT NULL CONSTRAINT openings_purpose CHECK (purpose IN ('purge', 'key_rotation')),
        rehearsal_id bigint UNIQUE CONSTRAINT openings_rehearsal_fkey REFERENCES purge_rehearsals,
        opened_by bigint NOT NULL CONSTRAINT openings_by_fkey REFERENCES users,
        opened_at timestamptz NOT NULL DEFAULT now(),
        ran_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
        CONSTRAINT openings_rehearsed CHECK ((purpose = 'purge') = (rehearsal_id IS NOT NULL))
      );
      CREATE TRIGGER openings_append_only BEFORE UPDATE OR DELETE ON openings
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER openings_keep BEFORE TRUNCATE ON openings EXECUTE FUNCTION refuse_change();

      -- What was done through it: counts, never contents.
      CREATE TABLE opening_counts (
        opening_id bigint NOT NULL CONSTRAINT opening_counts_opening_fkey REFERENCES openings,
        what text NOT NULL,
        count bigint NOT NULL CONSTRAINT opening_counts_count CHECK (count >= 0),
        PRIMARY KEY (opening_id, what)
      );
      CREATE TRIGGER opening_counts_append_only BEFORE UPDATE OR DELETE ON opening_counts
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER opening_counts_keep BEFORE TRUNCATE ON opening_counts EXECUTE FUNCTION refuse_change();

      -- Opened by this very transaction: a restored row has the number of a transaction of another server, not its instant.
      CREATE OR REPLACE FUNCTION is_open(door text) RETURNS boolean LANGUAGE sql STABLE
        RETURN EXISTS (SELECT FROM openings
          WHERE purpose = door AND ran_in = pg_current_xact_id() AND opened_at = now());

      -- Like refuse_change, but the columns named after the door move while it is open; « delete » lets rows go.
      CREATE OR REPLACE FUNCTION refuse_change_but() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - TG_ARGV[1:] = to_jsonb(NEW) - TG_ARGV[1:] AND is_open(TG_ARGV[0]) THEN
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' AND TG_ARGV[1] = 'delete' AND is_open(TG_ARGV[0]) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'Les lignes de % ne se modifient ni ne s’effacent.', TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$;

      -- A case whose time has come keeps what its amounts need, and nothing that names somebody.
      ALTER TABLE saisines ADD COLUMN anonymised_at timestamptz,
        ADD CONSTRAINT saisines_anonymised CHECK (anonymised_at IS NULL OR (reference LIKE 'ANO-%' AND mandate = 'non_precise'
          AND num_nonnulls(facts, collective_event, import_row) = 0 AND opened_on = date_trunc('quarter', opened_on::timestamp)));
      ALTER TABLE return_forms ADD COLUMN anonymised_at timestamptz,
        ADD CONSTRAINT return_forms_anonymised CHECK (anonymised_at IS NULL OR (reference LIKE 'ANO-%'
          AND num_nonnulls(first_contact_on, last_act_on, memo_de_vie, note, import_row) = 0
          AND received_on = date_trunc('quarter', received_on::timestamp)));
      -- A mail keeps that it left, to whom and why; not what it said.
      ALTER TABLE mails ADD COLUMN purged_at timestamptz;
      CREATE INDEX saisines_anonymised_ids ON saisines (id) WHERE anonymised_at IS NOT NULL;
      CREATE INDEX return_forms_anonymised_ids ON return_forms (id) WHERE anonymised_at IS NOT NULL;

      CREATE OR REPLACE FUNCTION guard_saisine() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.anonymised_at IS NOT NULL THEN
          RAISE EXCEPTION 'Une saisine anonymisée ne se modifie plus.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.anonymised_at IS NULL THEN RETURN NEW; END IF;
        IF NOT is_open('purge') OR NEW.anonymised_at <> now() THEN
          RAISE EXCEPTION 'Une saisine ne s’anonymise que par la purge.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM legal_holds
            WHERE lifted_at IS NULL AND (saisine_id = OLD.id OR convention_id = OLD.convention_id)) THEN
          RAISE EXCEPTION 'Cette saisine est sous conservation légale.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER saisines_guarded BEFORE UPDATE ON saisines
        FOR EACH ROW WHEN (OLD.anonymised_at IS NOT NULL OR NEW.anonymised_at IS NOT NULL)
        EXECUTE FUNCTION guard_saisine();
      CREATE TRIGGER saisines_anonymous_stay BEFORE DELETE ON saisines
        FOR EACH ROW WHEN (OLD.anonymised_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

      DROP TRIGGER return_forms_immutable ON return_forms;
      CREATE TRIGGER return_forms_immutable BEFORE UPDATE ON return_forms
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('purge', 'reference', 'received_on', 'first_contact_on',
          'last_act_on', 'memo_de_vie', 'note', 'import_row', 'anonymised_at');
      DROP TRIGGER reassignments_append_only ON reassignments;
      CREATE TRIGGER reassignments_append_only BEFORE UPDATE OR DELETE ON reassignments
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('purge', 'reason');
      DROP TRIGGER events_append_only ON events;
      CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('purge', 'before', 'after');
      DROP TRIGGER dispute_messages_append_only ON dispute_messages;
      CREATE TRIGGER dispute_messages_append_only BEFORE UPDATE OR DELETE ON dispute_messages
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('purge', 'body');
      DROP TRIGGER dispute_files_append_only ON dispute_files;
      CREATE TRIGGER dispute_files_append_only BEFORE UPDATE OR DELETE ON dispute_files
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('purge', 'delete');

      CREATE OR REPLACE FUNCTION freeze_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.closed_at IS NOT NULL
          AND to_jsonb(OLD) - '{details,answer}'::text[] = to_jsonb(NEW) - '{details,answer}'::text[] AND is_open('purge') THEN
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
          OR (OLD.id, OLD.association_id, OLD.line_id, OLD.form_id, OLD.motive, OLD.details, OLD.opened_by, OLD.opened_at)
          IS DISTINCT FROM
          (NEW.id, NEW.association_id, NEW.line_id, NEW.form_id, NEW.motive, NEW.details, NEW.opened_by, NEW.opened_at) THEN
          RAISE EXCEPTION 'Une réclamation ne se modifie ni ne s’efface : on y répond, une fois.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- What another key seals again is the same account.
      CREATE OR REPLACE FUNCTION freeze_bank_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(OLD) - '{iban_ciphertext,iban_index}'::text[] = to_jsonb(NEW) - '{iban_ciphertext,iban_index}'::text[]
          AND is_open('key_rotation') THEN
          RETURN NEW;
        END IF;
        IF OLD.approved_at IS NOT NULL AND (OLD.iban_ciphertext, OLD.iban_index, OLD.holder, OLD.association_id,
            OLD.evidence, OLD.proposed_by, OLD.approved_by, OLD.approved_at, OLD.payable_from)
          IS DISTINCT FROM (NEW.iban_ciphertext, NEW.iban_index, NEW.holder, NEW.association_id,
            NEW.evidence, NEW.proposed_by, NEW.approved_by, NEW.approved_at, NEW.payable_from)
          OR (OLD.approved_at IS NOT NULL AND OLD.bic IS DISTINCT FROM NEW.bic)
          OR (OLD.first_used_at IS NOT NULL AND OLD.first_used_at IS DISTINCT FROM NEW.first_used_at) THEN
          RAISE EXCEPTION 'Des coordonnées bancaires approuvées ne se modifient pas : proposez un nouveau compte.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER debit_note_contents_append_only ON debit_note_contents;
      CREATE TRIGGER debit_note_contents_append_only BEFORE UPDATE OR DELETE ON debit_note_contents
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('key_rotation', 'data');
      DROP TRIGGER bank_movements_append_only ON bank_movements;
      CREATE TRIGGER bank_movements_append_only BEFORE UPDATE OR DELETE ON bank_movements
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('key_rotation', 'account_index');
      DROP TRIGGER bank_parts_append_only ON bank_parts;
      CREATE TRIGGER bank_parts_append_only BEFORE UPDATE OR DELETE ON bank_parts
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('key_rotation', 'counterparty_index');
      DROP TRIGGER bank_statuses_append_only ON bank_statuses;
      CREATE TRIGGER bank_statuses_append_only BEFORE UPDATE OR DELETE ON bank_statuses
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but('key_rotation', 'iban_index');
    `)
  }
}
