import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TABLE funders (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL
      );

      CREATE TABLE conventions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        funder_id bigint NOT NULL REFERENCES funders,
        code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
        title text NOT NULL,
        signed_on date,
        starts_on date NOT NULL,
        ends_on date CHECK (ends_on > starts_on),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'active', 'expired', 'settled')),
        fictitious_amounts boolean NOT NULL DEFAULT true,
        price_date text NOT NULL CHECK (price_date IN ('saisine', 'first_contact')),
        deadline_from text CHECK (deadline_from IN ('saisine', 'quarter_end')),
        deadline_days integer CHECK (deadline_days >= 0),
        deadline_effect text CHECK (deadline_effect IN ('forclusion', 'alert')),
        payable_channels text[] NOT NULL CHECK (cardinality(payable_channels) > 0),
        covered_beneficiaries text[] NOT NULL CHECK (cardinality(covered_beneficiaries) > 0),
        duplicate_policy text NOT NULL DEFAULT 'first_received'
          CHECK (duplicate_policy IN ('first_received', 'last_received')),
        overrun_policy text NOT NULL DEFAULT 'refuse' CHECK (overrun_policy IN ('refuse', 'wait', 'prorata')),
        ceiling_cents bigint CHECK (ceiling_cents > 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nulls(deadline_from, deadline_days, deadline_effect) IN (0, 3))
      );

      CREATE TABLE account_mappings (
        convention_id bigint PRIMARY KEY REFERENCES conventions,
        treatment text NOT NULL CHECK (treatment IN ('aide', 'prestation', 'transit')),
        journal_code text NOT NULL CHECK (journal_code ~ '^[A-Z0-9]{1,10}$'),
        journal_label text NOT NULL,
        charge_account text NOT NULL CHECK (charge_account ~ '^[0-9]{3,}$'),
        charge_label text NOT NULL,
        payable_account text NOT NULL CHECK (payable_account ~ '^[0-9]{3,}$'),
        payable_label text NOT NULL
      );

      CREATE TABLE amendments (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        number integer NOT NULL CHECK (number > 0),
        signed_on date NOT NULL,
        effective_on date NOT NULL,
        changes jsonb NOT NULL,
        UNIQUE (convention_id, number)
      );

      -- Passing public money on is forbidden unless the convention allows it (décret-loi of 2 May 1938, art. 15).
      CREATE TABLE reallocation_authorities (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        article text NOT NULL CHECK (article <> ''),
        proof text NOT NULL CHECK (proof <> ''),
        recorded_by bigint REFERENCES users,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE convention_documents (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        title text NOT NULL,
        file_key text NOT NULL UNIQUE,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32)
      );

      -- A version of the prices over [starts_on, ends_on). A backdated change replaces it, and never edits it once used.
      CREATE TABLE fee_schedules (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        label text NOT NULL,
        starts_on date NOT NULL,
        ends_on date CHECK (ends_on > starts_on),
        published_at timestamptz NOT NULL DEFAULT now(),
        superseded_at timestamptz,
        frozen_at timestamptz,
        import_id bigint,
        CONSTRAINT fee_schedules_no_overlap
          EXCLUDE USING gist (convention_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (superseded_at IS NULL)
      );

      CREATE TABLE fees (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        fee_schedule_id bigint NOT NULL REFERENCES fee_schedules ON DELETE CASCADE,
        position integer NOT NULL CHECK (position > 0),
        service_code text NOT NULL CHECK (service_code ~ '^[a-z][a-z0-9_]{0,39}$'),
        label text NOT NULL,
        unit text NOT NULL CHECK (unit IN ('per_saisine', 'per_act')),
        amount_cents bigint NOT NULL CHECK (amount_cents BETWEEN 0 AND 100000000),
        cap integer CHECK (cap > 0),
        outcomes text[] NOT NULL CHECK (cardinality(outcomes) > 0),
        beneficiaries text[],
        UNIQUE (fee_schedule_id, service_code),
        UNIQUE (fee_schedule_id, position)
      );

      CREATE OR REPLACE FUNCTION freeze_fee_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE frozen timestamptz;
      BEGIN
        IF TG_TABLE_NAME = 'fees' THEN
          -- A fee that moves is taken from one schedule and put into another: neither may be frozen.
          SELECT max(frozen_at) INTO frozen FROM fee_schedules WHERE id IN (OLD.fee_schedule_id, NEW.fee_schedule_id);
        ELSE
          frozen := OLD.frozen_at;
          IF TG_OP = 'UPDATE' AND (OLD.convention_id, OLD.starts_on, OLD.ends_on, OLD.label, OLD.frozen_at)
            IS NOT DISTINCT FROM (NEW.convention_id, NEW.starts_on, NEW.ends_on, NEW.label, NEW.frozen_at) THEN
            RETURN NEW;
          END IF;
        END IF;
        IF frozen IS NOT NULL THEN
          RAISE EXCEPTION 'Ce barème a servi à une ligne émise : publiez une nouvelle version.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER fee_schedules_frozen BEFORE UPDATE OR DELETE ON fee_schedules
        FOR EACH ROW EXECUTE FUNCTION freeze_fee_schedule();
      CREATE TRIGGER fees_frozen BEFORE INSERT OR UPDATE OR DELETE ON fees
        FOR EACH ROW EXECUTE FUNCTION freeze_fee_schedule();

      CREATE TABLE envelopes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        starts_on date NOT NULL,
        ends_on date NOT NULL CHECK (ends_on > starts_on),
        amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
        EXCLUDE USING gist (convention_id WITH =, daterange(starts_on, ends_on) WITH &&)
      );

      CREATE TABLE funder_receipts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        received_on date NOT NULL,
        amount_cents bigint NOT NULL CHECK (amount_cents > 0),
        reference text NOT NULL,
        UNIQUE (convention_id, reference)
      );

      -- Paying associations before the funder's money is there is a decision, with its author and reason.
      CREATE TABLE advance_decisions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        up_to_cents bigint NOT NULL CHECK (up_to_cents > 0),
        reason text NOT NULL CHECK (reason <> ''),
        decided_by bigint NOT NULL REFERENCES users,
        decided_at timestamptz NOT NULL DEFAULT now()
      );
    `)
  }
}
