import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TABLE departments (code text PRIMARY KEY, name text NOT NULL);

      CREATE TABLE associations (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (code <> ''),
        name text NOT NULL CHECK (name <> ''),
        siret text UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
        rna text UNIQUE CHECK (rna ~ '^W[0-9][0-9A-Z][0-9]{7}$'),
        email text,
        street text,
        building_number text,
        postcode text,
        town text NOT NULL CHECK (town <> ''),
        country text NOT NULL DEFAULT 'FR' CHECK (country ~ '^[A-Z]{2}$'),
        accredited_until date,
        import_id bigint,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE users ADD FOREIGN KEY (association_id) REFERENCES associations;

      CREATE TABLE association_departments (
        association_id bigint NOT NULL REFERENCES associations ON DELETE CASCADE,
        department_code text NOT NULL REFERENCES departments,
        PRIMARY KEY (association_id, department_code)
      );

      CREATE TABLE memberships (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        association_id bigint NOT NULL REFERENCES associations ON DELETE CASCADE,
        starts_on date NOT NULL,
        ends_on date CHECK (ends_on > starts_on),
        EXCLUDE USING gist (association_id WITH =, daterange(starts_on, ends_on) WITH &&)
      );

      -- An account is proposed by one person and approved by another; the clear IBAN is never stored.
      CREATE TABLE bank_accounts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        association_id bigint NOT NULL REFERENCES associations,
        iban_ciphertext text NOT NULL,
        iban_index bytea NOT NULL CHECK (octet_length(iban_index) = 32),
        iban_country text NOT NULL CHECK (iban_country ~ '^[A-Z]{2}$'),
        iban_last4 text NOT NULL CHECK (length(iban_last4) = 4),
        bic text CHECK (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3}){0,1}$'),
        holder text NOT NULL CHECK (length(holder) BETWEEN 1 AND 140),
        evidence text NOT NULL CHECK (evidence <> ''),
        proposed_by bigint NOT NULL REFERENCES users,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        approved_by bigint REFERENCES users,
        approved_at timestamptz,
        callback_note text,
        payable_from timestamptz,
        replaced_at timestamptz,
        blocked_at timestamptz,
        blocked_reason text,
        first_used_at timestamptz,
        import_id bigint,
        CHECK (approved_by <> proposed_by),
        CHECK (num_nulls(approved_by, approved_at, callback_note, payable_from) IN (0, 4)),
        CHECK (callback_note <> ''),
        CHECK (payable_from >= approved_at),
        CHECK (approved_at >= proposed_at),
        CHECK (first_used_at >= payable_from),
        CHECK ((blocked_at IS NULL) = (blocked_reason IS NULL))
      );
      CREATE UNIQUE INDEX bank_accounts_current ON bank_accounts (association_id)
        WHERE approved_at IS NOT NULL AND replaced_at IS NULL;
      CREATE INDEX bank_accounts_iban ON bank_accounts (iban_index);

      -- Once approved, what was approved does not move: a change is a new account.
      CREATE OR REPLACE FUNCTION freeze_bank_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
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
      CREATE TRIGGER bank_accounts_frozen BEFORE UPDATE ON bank_accounts
        FOR EACH ROW EXECUTE FUNCTION freeze_bank_account();
      CREATE OR REPLACE FUNCTION keep_used_bank_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.approved_at IS NOT NULL THEN
          RAISE EXCEPTION 'Des coordonnées bancaires approuvées ne s’effacent pas.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER bank_accounts_kept BEFORE DELETE ON bank_accounts
        FOR EACH ROW EXECUTE FUNCTION keep_used_bank_account();
    `)
  }
}
