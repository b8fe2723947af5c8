import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- Entries of more than statements and transfers: an instalment that a funder paid concerns neither.
      ALTER TABLE journal_entries ALTER statement_id DROP NOT NULL,
        ADD receipt_id bigint CONSTRAINT journal_entries_receipt_id_fkey REFERENCES funder_receipts,
        DROP CONSTRAINT journal_entries_kind_check;
      ALTER TABLE journal_entries ADD CONSTRAINT journal_entries_kind_check
          CHECK (kind IN ('statement_issue', 'transfer_execution', 'transfer_return', 'funder_receipt')),
        ADD CONSTRAINT journal_entries_subject CHECK ((receipt_id IS NOT NULL) = (kind = 'funder_receipt')
          AND (statement_id IS NULL) = (kind = 'funder_receipt'));
      CREATE UNIQUE INDEX journal_entries_receipt_once ON journal_entries (receipt_id) WHERE receipt_id IS NOT NULL;
      CREATE INDEX journal_entries_dated ON journal_entries (entry_date);

      -- What the federation received stays as it was written down.
      ALTER TABLE funder_receipts ADD envelope_id bigint REFERENCES envelopes, ADD recorded_by bigint REFERENCES users,
        ADD recorded_at timestamptz NOT NULL DEFAULT now();
      CREATE TRIGGER funder_receipts_append_only BEFORE UPDATE OR DELETE ON funder_receipts
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER funder_receipts_keep BEFORE TRUNCATE ON funder_receipts EXECUTE FUNCTION refuse_change();

      -- The line of the bank that is this instalment.
      CREATE TABLE receipt_matches (
        receipt_id bigint PRIMARY KEY REFERENCES funder_receipts,
        part_id bigint NOT NULL CONSTRAINT receipt_matches_part UNIQUE REFERENCES bank_parts,
        matched_by bigint NOT NULL REFERENCES users,
        matched_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TRIGGER receipt_matches_append_only BEFORE UPDATE OR DELETE ON receipt_matches
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER receipt_matches_keep BEFORE TRUNCATE ON receipt_matches EXECUTE FUNCTION refuse_change();
      CREATE OR REPLACE FUNCTION check_receipt_match() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT amount_cents FROM bank_parts WHERE id = NEW.part_id)
          IS DISTINCT FROM (SELECT amount_cents FROM funder_receipts WHERE id = NEW.receipt_id) THEN
          RAISE EXCEPTION 'La ligne de banque n’a pas le montant du versement.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER receipt_matches_equal BEFORE INSERT ON receipt_matches
        FOR EACH ROW EXECUTE FUNCTION check_receipt_match();

      -- The account that a funder's money is credited to: the accountant's choice, like the rest of the mapping.
      CREATE TABLE funder_accounts (
        convention_id bigint PRIMARY KEY REFERENCES conventions,
        account text NOT NULL CONSTRAINT funder_accounts_account CHECK (account ~ '^[0-9]{3,}$'),
        label text NOT NULL CONSTRAINT funder_accounts_label CHECK (label <> ''),
        recorded_by bigint NOT NULL REFERENCES users,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );

      -- Every posting with its convention and its association: what balances, lettering and reports read.
      CREATE VIEW journal_lines AS
        SELECT e.id AS entry_id, p.position, e.kind, e.entry_date, e.piece_ref, e.label, e.statement_id, e.transfer_id,
          e.receipt_id, coalesce(r.convention_id, f.convention_id) AS convention_id, s.association_id,
          p.account, p.account_label, p.auxiliary, p.auxiliary_label, p.debit_cents, p.credit_cents
        FROM journal_postings p JOIN journal_entries e ON e.id = p.entry_id
        LEFT JOIN statements s ON s.id = e.statement_id LEFT JOIN runs r ON r.id = s.run_id
        LEFT JOIN funder_receipts f ON f.id = e.receipt_id;

      -- A closed period: its entries are final, and what they were is sealed.
      CREATE TABLE period_closures (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        until date NOT NULL CONSTRAINT period_closures_once UNIQUE,
        entry_count bigint NOT NULL CONSTRAINT period_closures_count CHECK (entry_count >= 0),
        debit_cents bigint NOT NULL CONSTRAINT period_closures_debit CHECK (debit_cents >= 0),
        digest bytea NOT NULL CONSTRAINT period_closures_digest CHECK (octet_length(digest) = 32),
        closed_by bigint NOT NULL REFERENCES users,
        closed_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN period_closures.until IS 'Last day closed, included.';
      CREATE TRIGGER period_closures_append_only BEFORE UPDATE OR DELETE ON period_closures
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER period_closures_keep BEFORE TRUNCATE ON period_closures EXECUTE FUNCTION refuse_change();
      CREATE OR REPLACE FUNCTION check_period_closure() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.until <= (SELECT max(until) FROM period_closures) THEN
          RAISE EXCEPTION 'Cette période est déjà close.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER period_closures_forward BEFORE INSERT ON period_closures
        FOR EACH ROW EXECUTE FUNCTION check_period_closure();
      CREATE OR REPLACE FUNCTION refuse_closed_day() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.entry_date <= (SELECT max(until) FROM period_closures) THEN
          RAISE EXCEPTION 'Le % est dans une période close : l’écriture se passe dans la période ouverte.', NEW.entry_date
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER journal_entries_open_period BEFORE INSERT ON journal_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_closed_day();

      -- Lettering: postings of one account that answer each other to the cent. It is never undone.
      CREATE TABLE letterings (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        account text NOT NULL,
        auxiliary text NOT NULL,
        rank integer NOT NULL CONSTRAINT letterings_rank CHECK (rank > 0),
        code text NOT NULL CONSTRAINT letterings_code CHECK (code ~ '^[A-Z]{2,}$'),
        lettered_on date NOT NULL,
        lettered_by bigint NOT NULL REFERENCES users,
        CONSTRAINT letterings_once UNIQUE (account, auxiliary, rank),
        CONSTRAINT letterings_one_code UNIQUE (account, auxiliary, code)
      );
      CREATE TABLE lettered_postings (
        entry_id bigint NOT NULL,
        position integer NOT NULL,
        lettering_id bigint NOT NULL REFERENCES letterings,
        CONSTRAINT lettered_postings_once PRIMARY KEY (entry_id, position),
        CONSTRAINT lettered_postings_posting FOREIGN KEY (entry_id, position) REFERENCES journal_postings (entry_id, position)
      );
      CREATE INDEX lettered_postings_together ON lettered_postings (lettering_id);
      CREATE TRIGGER letterings_append_only BEFORE UPDATE OR DELETE ON letterings
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER letterings_keep BEFORE TRUNCATE ON letterings EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER lettered_postings_append_only BEFORE UPDATE OR DELETE ON lettered_postings
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER lettered_postings_keep BEFORE TRUNCATE ON lettered_postings EXECUTE FUNCTION refuse_change();
      -- At the end of the transaction a lettering balances, and all its postings are of its account.
      CREATE OR REPLACE FUNCTION check_lettering() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE wanted bigint; sums record;
      BEGIN
        IF TG_TABLE_NAME = 'letterings' THEN wanted := NEW.id;
        ELSE wanted := NEW.lettering_id;
        END IF;
        SELECT count(*) AS n, coalesce(sum(p.debit_cents - p.credit_cents), 0) AS balance,
            bool_and(p.account = l.account AND p.auxiliary IS NOT DISTINCT FROM l.auxiliary) AS same INTO sums
          FROM lettered_postings t JOIN letterings l ON l.id = t.lettering_id JOIN journal_postings p USING (entry_id, position)
          WHERE t.lettering_id = wanted;
        IF sums.n < 2 OR sums.balance <> 0 OR NOT sums.same THEN
          RAISE EXCEPTION 'Le lettrage % n’est pas équilibré sur un seul compte.', wanted USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER letterings_balanced AFTER INSERT ON letterings
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_lettering();
      CREATE CONSTRAINT TRIGGER lettered_postings_balanced AFTER INSERT ON lettered_postings
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_lettering();

      -- Money left at the end of a year: to carry (fonds dédiés) or to give back is a choice, written with its reason.
      CREATE TABLE year_end_choices (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        year integer NOT NULL CONSTRAINT year_end_choices_year CHECK (year BETWEEN 2000 AND 9999),
        left_cents bigint NOT NULL CONSTRAINT year_end_choices_left CHECK (left_cents > 0),
        choice text NOT NULL CONSTRAINT year_end_choices_choice CHECK (choice IN ('dedicated', 'returned')),
        reason text NOT NULL CONSTRAINT year_end_choices_reason CHECK (reason <> ''),
        decided_by bigint NOT NULL REFERENCES users,
        decided_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX year_end_choices_of ON year_end_choices (convention_id, year);
      CREATE TRIGGER year_end_choices_append_only BEFORE UPDATE OR DELETE ON year_end_choices
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER year_end_choices_keep BEFORE TRUNCATE ON year_end_choices EXECUTE FUNCTION refuse_change();

      -- What the office decides for its books: one row.
      CREATE TABLE book_settings (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        envelope_alert_percent integer NOT NULL DEFAULT 80
          CONSTRAINT book_settings_alert CHECK (envelope_alert_percent BETWEEN 1 AND 100),
        csv_columns text[] NOT NULL DEFAULT '{EcritureNum,EcritureDate,JournalCode,CompteNum,CompAuxNum,PieceRef,EcritureLib,Debit,Credit,EcritureLet}'
          CONSTRAINT book_settings_columns CHECK (cardinality(csv_columns) > 0),
        csv_separator text NOT NULL DEFAULT 'semicolon'
          CONSTRAINT book_settings_separator CHECK (csv_separator IN ('semicolon', 'comma', 'tab', 'pipe')),
        csv_encoding text NOT NULL DEFAULT 'utf-8'
          CONSTRAINT book_settings_encoding CHECK (csv_encoding IN ('utf-8', 'iso-8859-15'))
      );
      COMMENT ON COLUMN book_settings.envelope_alert_percent IS 'From this share of an envelope engaged, pages say so.';
      INSERT INTO book_settings DEFAULT VALUES;

      -- Sharing an envelope: the run keeps what was shared, and each statement its part as a line.
      CREATE TABLE run_shares (
        run_id bigint PRIMARY KEY REFERENCES runs,
        left_cents bigint NOT NULL CONSTRAINT run_shares_left CHECK (left_cents > 0),
        due_cents bigint NOT NULL CONSTRAINT run_shares_due CHECK (due_cents > left_cents)
      );
      CREATE OR REPLACE FUNCTION freeze_run_share() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM runs WHERE id = OLD.run_id AND state IN ('issuing', 'issued', 'paid', 'closed')) THEN
          RAISE EXCEPTION 'Une campagne émise ne se modifie pas.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER run_shares_frozen BEFORE UPDATE OR DELETE ON run_shares
        FOR EACH ROW EXECUTE FUNCTION freeze_run_share();
      -- Who reads why a statement is abated reads what was shared.
      ALTER TABLE run_shares ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON run_shares FOR SELECT TO reversement_portal
        USING (EXISTS (SELECT FROM statements s WHERE s.run_id = run_shares.run_id));
      GRANT SELECT ON run_shares TO reversement_portal;
      ALTER TABLE conventions DROP CONSTRAINT conventions_overrun_policy,
        ADD CONSTRAINT conventions_overrun_policy CHECK (overrun_policy IN ('refuse', 'wait', 'prorata'));
      ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_kind_check;
      ALTER TABLE settlement_lines ADD CONSTRAINT settlement_lines_kind_check
          CHECK (kind IN ('service', 'correction', 'carry_forward', 'abatement', 'arrears')),
        ADD CONSTRAINT settlement_lines_abatement CHECK (kind <> 'abatement' OR (
          num_nonnulls(saisine_id, form_id, fee_id, corrects_line_id, proposed_correction_id, carried_statement_id) = 0
          AND num_nulls(due_cents, already_cents) = 0 AND due_cents >= 0
          AND amount_cents < 0 AND amount_cents = due_cents - already_cents)),
        ADD CONSTRAINT settlement_lines_arrears CHECK (kind <> 'arrears' OR (
          num_nonnulls(saisine_id, form_id, fee_id, proposed_correction_id, carried_statement_id) = 0
          AND corrects_line_id IS NOT NULL AND amount_cents > 0));
      CREATE UNIQUE INDEX settlement_lines_arrears_once ON settlement_lines (corrects_line_id) WHERE kind = 'arrears';
      CREATE UNIQUE INDEX settlement_lines_one_abatement ON settlement_lines (run_id, association_id) WHERE kind = 'abatement';
    `)
  }
}
