import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TABLE journal_entries (
        id bigint PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('statement_issue')),
        journal_code text NOT NULL,
        journal_label text NOT NULL,
        entry_date date NOT NULL,
        piece_ref text NOT NULL,
        piece_date date NOT NULL,
        label text NOT NULL,
        statement_id bigint NOT NULL REFERENCES statements,
        previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
        hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
        CONSTRAINT journal_entries_once UNIQUE (statement_id, kind)
      );

      CREATE TABLE journal_postings (
        entry_id bigint NOT NULL REFERENCES journal_entries,
        position integer NOT NULL CHECK (position > 0),
        account text NOT NULL CHECK (account ~ '^[0-9]{3,}$'),
        account_label text NOT NULL,
        auxiliary text,
        auxiliary_label text,
        debit_cents bigint NOT NULL CHECK (debit_cents >= 0),
        credit_cents bigint NOT NULL CHECK (credit_cents >= 0),
        PRIMARY KEY (entry_id, position),
        CHECK ((debit_cents = 0) <> (credit_cents = 0)),
        CHECK ((auxiliary IS NULL) = (auxiliary_label IS NULL))
      );

      -- Each entry follows the last one: numbers without a gap, and the hash of the one before.
      CREATE OR REPLACE FUNCTION chain_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last record;
      BEGIN
        SELECT id, hash INTO last FROM journal_entries ORDER BY id DESC LIMIT 1;
        IF NEW.id <> coalesce(last.id, 0) + 1
          OR NEW.previous_hash <> coalesce(last.hash, decode(repeat('00', 32), 'hex')) THEN
          RAISE EXCEPTION 'L’écriture % ne suit pas la dernière de la chaîne.', NEW.id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER journal_entries_chained BEFORE INSERT ON journal_entries
        FOR EACH ROW EXECUTE FUNCTION chain_entry();

      CREATE OR REPLACE FUNCTION check_entry_balance() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE entry bigint; sums record;
      BEGIN
        IF TG_TABLE_NAME = 'journal_entries' THEN entry := NEW.id;
        ELSE entry := NEW.entry_id;
        END IF;
        SELECT count(*) AS n, coalesce(sum(debit_cents), 0) AS debit, coalesce(sum(credit_cents), 0) AS credit INTO sums
          FROM journal_postings WHERE entry_id = entry;
        IF sums.n < 2 OR sums.debit <> sums.credit THEN
          RAISE EXCEPTION 'L’écriture % n’est pas équilibrée.', entry USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER journal_entries_balanced AFTER INSERT ON journal_entries
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balance();
      CREATE CONSTRAINT TRIGGER journal_postings_balanced AFTER INSERT ON journal_postings
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balance();

      -- The postings of an entry come all in one SQL statement: what another one adds, even balanced, comes too late. An
      -- entry that an addition leaves unbalanced is for the check above. Statements are told apart by the transition table
      -- and not by transaction ids, which savepoints change.
      CREATE OR REPLACE FUNCTION refuse_late_postings() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM (SELECT entry_id, count(*) AS n FROM added GROUP BY entry_id) a
            JOIN journal_postings p USING (entry_id) GROUP BY entry_id, a.n
            HAVING count(*) > a.n AND sum(p.debit_cents) = sum(p.credit_cents)) THEN
          RAISE EXCEPTION 'Cette écriture est passée : une imputation ne s’y ajoute pas.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER journal_postings_late AFTER INSERT ON journal_postings
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_postings();

      CREATE TRIGGER journal_entries_append_only BEFORE UPDATE OR DELETE ON journal_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER journal_postings_append_only BEFORE UPDATE OR DELETE ON journal_postings
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER journal_entries_keep BEFORE TRUNCATE ON journal_entries EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER journal_postings_keep BEFORE TRUNCATE ON journal_postings EXECUTE FUNCTION refuse_change();
    `)
  }
}
