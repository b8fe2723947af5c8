import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- An amendment may raise or lower an envelope: the former value stays, dated when another took its place.
      ALTER TABLE envelopes ADD COLUMN superseded_at timestamptz;
      ALTER TABLE envelopes DROP CONSTRAINT envelopes_convention_id_daterange_excl;
      ALTER TABLE envelopes ADD CONSTRAINT envelopes_no_overlap
        EXCLUDE USING gist (convention_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (superseded_at IS NULL);
      CREATE OR REPLACE FUNCTION freeze_envelope() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.superseded_at IS NOT NULL
          OR (OLD.id, OLD.convention_id, OLD.starts_on, OLD.ends_on, OLD.amount_cents)
          IS DISTINCT FROM (NEW.id, NEW.convention_id, NEW.starts_on, NEW.ends_on, NEW.amount_cents) THEN
          RAISE EXCEPTION 'Une enveloppe ne se modifie ni ne s’efface : un avenant la remplace, une fois.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER envelopes_frozen BEFORE UPDATE OR DELETE ON envelopes
        FOR EACH ROW EXECUTE FUNCTION freeze_envelope();

      -- Who submitted an issued run, and when, is part of what was issued.
      CREATE OR REPLACE FUNCTION check_run_transition() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> NEW.state AND NOT (OLD.state, NEW.state) IN (
          ('draft', 'calculated'), ('calculated', 'draft'), ('calculated', 'submitted'), ('submitted', 'calculated'),
          ('submitted', 'approved'), ('approved', 'calculated'), ('approved', 'issuing'), ('issuing', 'issued'),
          ('issued', 'paid'), ('paid', 'issued'), ('paid', 'closed'),
          ('draft', 'abandoned'), ('calculated', 'abandoned'), ('submitted', 'abandoned'), ('approved', 'abandoned')
        ) THEN
          RAISE EXCEPTION 'Une campagne ne passe pas de « % » à « % ».', OLD.state, NEW.state
            USING ERRCODE = 'check_violation';
        END IF;
        -- The total is set when the issue begins, once the lines on hold are out; what was never set may still be.
        IF OLD.state IN ('issuing', 'issued', 'paid', 'closed')
          AND (OLD.convention_id, OLD.code, OLD.until, OLD.content_hash, OLD.issued_at, OLD.issued_by, OLD.prepared_by,
            OLD.submitted_by, OLD.submitted_at, coalesce(OLD.total_cents, NEW.total_cents))
          IS DISTINCT FROM
          (NEW.convention_id, NEW.code, NEW.until, NEW.content_hash, NEW.issued_at, NEW.issued_by, NEW.prepared_by,
            NEW.submitted_by, NEW.submitted_at, NEW.total_cents) THEN
          RAISE EXCEPTION 'Une campagne émise ne se modifie pas.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- An approval is voided once, with its reason, and before the issue begins; nothing else of it changes.
      CREATE OR REPLACE FUNCTION freeze_run_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.voided_at IS NOT NULL
          OR (OLD.id, OLD.run_id, OLD.approver_id, OLD.run_hash, OLD.approved_at)
          IS DISTINCT FROM (NEW.id, NEW.run_id, NEW.approver_id, NEW.run_hash, NEW.approved_at) THEN
          RAISE EXCEPTION 'Une approbation ne se modifie ni ne s’efface : elle s’annule, une fois.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM runs WHERE id = OLD.run_id AND state IN ('issuing', 'issued', 'paid', 'closed')) THEN
          RAISE EXCEPTION 'Les approbations d’une campagne émise restent.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;

      CREATE INDEX transfers_of_order ON transfers (transfer_order_id);

      -- A debit note is a document: its number follows the last of its year, and what it prints is recorded.
      ALTER TABLE debit_notes ADD COLUMN number text, ADD COLUMN year integer, ADD COLUMN sequence integer;
      ALTER TABLE debit_notes DISABLE TRIGGER debit_notes_append_only;
      UPDATE debit_notes d SET year = n.year, sequence = n.sequence,
          number = format('NDD-%s-%s', n.year, lpad(n.sequence::text, 6, '0'))
        FROM (SELECT statement_id, year, row_number() OVER (PARTITION BY year ORDER BY decided_at, statement_id) AS sequence
          FROM (SELECT *, extract(year FROM decided_at AT TIME ZONE 'Europe/Paris')::integer AS year
            FROM (SELECT statement_id, decided_at FROM debit_notes) AS dated) AS old) AS n
        WHERE n.statement_id = d.statement_id;
      ALTER TABLE debit_notes ENABLE TRIGGER debit_notes_append_only;
      INSERT INTO counters (name, value)
        SELECT 'debit notes ' || year, max(sequence) FROM debit_notes GROUP BY year;
      ALTER TABLE debit_notes ALTER number SET NOT NULL, ALTER year SET NOT NULL, ALTER sequence SET NOT NULL,
        ADD CONSTRAINT debit_notes_number_key UNIQUE (number),
        ADD CONSTRAINT debit_notes_number_check CHECK (number ~ '^[A-Z0-9-]{3,25}$'),
        ADD CONSTRAINT debit_notes_sequence UNIQUE (year, sequence);
      CREATE OR REPLACE FUNCTION check_debit_note_number() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM debit_notes WHERE year = NEW.year), 0) THEN
          RAISE EXCEPTION 'La numérotation des notes de débit est sans trou : % n’est pas la suivante.', NEW.number
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER debit_notes_gapless BEFORE INSERT ON debit_notes
        FOR EACH ROW EXECUTE FUNCTION check_debit_note_number();

      -- All that the note prints (DebitNoteContent), as it was when decided; the federation's IBAN in it is sealed.
      CREATE TABLE debit_note_contents (
        statement_id bigint PRIMARY KEY REFERENCES debit_notes,
        data text NOT NULL CHECK (data <> '')
      );
      CREATE TRIGGER debit_note_contents_append_only BEFORE UPDATE OR DELETE ON debit_note_contents
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER debit_note_contents_keep BEFORE TRUNCATE ON debit_note_contents EXECUTE FUNCTION refuse_change();

      ALTER TABLE documents DROP CONSTRAINT documents_kind_check;
      ALTER TABLE documents ADD CONSTRAINT documents_kind_check
        CHECK (kind IN ('statement_pdf', 'statement_xlsx', 'run_xlsx', 'debit_note_pdf'));
    `)
  }
}
