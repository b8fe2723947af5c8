import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A statement is one association's part of one run: its lines are those of (run, association).
      CREATE TABLE statements (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        run_id bigint NOT NULL REFERENCES runs,
        association_id bigint NOT NULL REFERENCES associations,
        number text NOT NULL UNIQUE CHECK (number ~ '^[A-Z0-9-]{3,25}$'),
        year integer NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        bank_account_id bigint REFERENCES bank_accounts,
        line_count integer NOT NULL CHECK (line_count >= 0),
        total_cents bigint NOT NULL,
        payable_cents bigint NOT NULL CHECK (payable_cents = greatest(total_cents, 0)),
        carried_cents bigint NOT NULL CHECK (carried_cents = least(total_cents, 0)),
        issued_at timestamptz NOT NULL,
        CONSTRAINT statements_once UNIQUE (run_id, association_id),
        CONSTRAINT statements_sequence UNIQUE (year, sequence),
        CHECK (payable_cents = 0 OR bank_account_id IS NOT NULL)
      );
      CREATE TRIGGER statements_append_only BEFORE UPDATE OR DELETE ON statements
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER statements_keep BEFORE TRUNCATE ON statements EXECUTE FUNCTION refuse_change();

      CREATE OR REPLACE FUNCTION check_statement_number() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM statements WHERE year = NEW.year), 0) THEN
          RAISE EXCEPTION 'La numérotation des relevés est sans trou : % n’est pas le suivant.', NEW.number
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER statements_gapless BEFORE INSERT ON statements
        FOR EACH ROW EXECUTE FUNCTION check_statement_number();

      -- At the end of the transaction a statement equals its lines, and its account was approved, cooled and not blocked.
      CREATE OR REPLACE FUNCTION check_statement() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE lines record; account record;
      BEGIN
        SELECT count(*) AS n, coalesce(sum(amount_cents), 0) AS total INTO lines
          FROM settlement_lines WHERE run_id = NEW.run_id AND association_id = NEW.association_id;
        IF lines.n <> NEW.line_count OR lines.total <> NEW.total_cents THEN
          RAISE EXCEPTION 'Le relevé % n’est pas la somme de ses lignes.', NEW.number USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.bank_account_id IS NOT NULL THEN
          SELECT * INTO account FROM bank_accounts WHERE id = NEW.bank_account_id;
          IF account.association_id <> NEW.association_id OR account.approved_at IS NULL
            OR account.payable_from > NEW.issued_at OR account.blocked_at IS NOT NULL THEN
            RAISE EXCEPTION 'Le compte du relevé % n’est pas payable.', NEW.number USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER statements_equal_lines AFTER INSERT ON statements
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_statement();

      -- All that the statement prints, as it was when issued (StatementData): its documents can be made again, identical.
      CREATE TABLE statement_contents (
        statement_id bigint PRIMARY KEY REFERENCES statements,
        data text NOT NULL CHECK (data <> '')
      );
      CREATE TRIGGER statement_contents_append_only BEFORE UPDATE OR DELETE ON statement_contents
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER statement_contents_keep BEFORE TRUNCATE ON statement_contents EXECUTE FUNCTION refuse_change();

      -- A debt that is claimed is not carried forward: the decision, with its author and reason.
      CREATE TABLE debit_notes (
        statement_id bigint PRIMARY KEY REFERENCES statements,
        amount_cents bigint NOT NULL CHECK (amount_cents > 0),
        reason text NOT NULL CHECK (reason <> ''),
        decided_by bigint NOT NULL REFERENCES users,
        decided_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TRIGGER debit_notes_append_only BEFORE UPDATE OR DELETE ON debit_notes
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER debit_notes_keep BEFORE TRUNCATE ON debit_notes EXECUTE FUNCTION refuse_change();
      CREATE OR REPLACE FUNCTION check_debit_note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.amount_cents <> -(SELECT carried_cents FROM statements WHERE id = NEW.statement_id)
          OR EXISTS (SELECT 1 FROM settlement_lines WHERE carried_statement_id = NEW.statement_id) THEN
          RAISE EXCEPTION 'Ce solde n’est pas à réclamer : il est nul, ou déjà repris par un relevé.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER debit_notes_of_debt BEFORE INSERT ON debit_notes
        FOR EACH ROW EXECUTE FUNCTION check_debit_note();

      -- Lines of an issued statement are frozen, and none is added to it, nor moved into it.
      CREATE OR REPLACE FUNCTION freeze_settlement_line() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM statements WHERE run_id = OLD.run_id AND association_id = OLD.association_id)
          OR (TG_OP = 'UPDATE'
            AND EXISTS (SELECT 1 FROM statements WHERE run_id = NEW.run_id AND association_id = NEW.association_id)) THEN
          RAISE EXCEPTION 'Une ligne émise ne se modifie pas : une régularisation la corrige.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER settlement_lines_frozen BEFORE UPDATE OR DELETE ON settlement_lines
        FOR EACH ROW EXECUTE FUNCTION freeze_settlement_line();
      CREATE TRIGGER settlement_lines_keep BEFORE TRUNCATE ON settlement_lines EXECUTE FUNCTION refuse_change();
      CREATE OR REPLACE FUNCTION refuse_late_lines() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM (SELECT DISTINCT run_id, association_id FROM added) a
            JOIN statements s USING (run_id, association_id)) THEN
          RAISE EXCEPTION 'Ce relevé est émis : une ligne ne s’y ajoute pas.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER settlement_lines_late AFTER INSERT ON settlement_lines
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_lines();

      CREATE TABLE documents (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        run_id bigint NOT NULL REFERENCES runs,
        statement_id bigint REFERENCES statements,
        kind text NOT NULL CHECK (kind IN ('statement_pdf', 'statement_xlsx', 'run_xlsx')),
        file_key text NOT NULL UNIQUE,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
        size_bytes integer NOT NULL CHECK (size_bytes > 0),
        CHECK ((statement_id IS NULL) = (kind = 'run_xlsx'))
      );
      CREATE UNIQUE INDEX documents_of_statement ON documents (statement_id, kind) WHERE statement_id IS NOT NULL;
      CREATE UNIQUE INDEX documents_of_run ON documents (run_id, kind) WHERE statement_id IS NULL;
      CREATE TRIGGER documents_append_only BEFORE UPDATE OR DELETE ON documents
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER documents_keep BEFORE TRUNCATE ON documents EXECUTE FUNCTION refuse_change();
    `)
  }
}
