import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TABLE runs (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        code text NOT NULL UNIQUE,
        until date NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN
          ('draft', 'calculated', 'submitted', 'approved', 'issuing', 'issued', 'paid', 'closed', 'abandoned')),
        work text NOT NULL DEFAULT 'idle' CHECK (work IN ('idle', 'calculating', 'issuing', 'failed')),
        prepared_by bigint NOT NULL REFERENCES users,
        calculated_at timestamptz,
        content_hash bytea CHECK (octet_length(content_hash) = 32),
        total_cents bigint,
        submitted_by bigint REFERENCES users,
        submitted_at timestamptz,
        issued_by bigint REFERENCES users,
        issued_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (state IN ('draft', 'abandoned') OR content_hash IS NOT NULL),
        CHECK (state NOT IN ('issuing', 'issued', 'paid', 'closed') OR issued_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX runs_one_open ON runs (convention_id)
        WHERE state IN ('draft', 'calculated', 'submitted', 'approved', 'issuing');

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
            coalesce(OLD.total_cents, NEW.total_cents))
          IS DISTINCT FROM
          (NEW.convention_id, NEW.code, NEW.until, NEW.content_hash, NEW.issued_at, NEW.issued_by, NEW.prepared_by,
            NEW.total_cents) THEN
          RAISE EXCEPTION 'Une campagne émise ne se modifie pas.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER runs_transition BEFORE UPDATE ON runs FOR EACH ROW EXECUTE FUNCTION check_run_transition();
      CREATE TRIGGER runs_kept BEFORE DELETE ON runs FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE run_approvals (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        run_id bigint NOT NULL REFERENCES runs,
        approver_id bigint NOT NULL REFERENCES users,
        run_hash bytea NOT NULL CHECK (octet_length(run_hash) = 32),
        approved_at timestamptz NOT NULL DEFAULT now(),
        voided_at timestamptz,
        void_reason text,
        CHECK ((voided_at IS NULL) = (void_reason IS NULL))
      );
      CREATE UNIQUE INDEX run_approvals_once ON run_approvals (run_id, approver_id) WHERE voided_at IS NULL;

      CREATE OR REPLACE FUNCTION check_run_approver() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id
            AND NEW.approver_id IN (prepared_by, coalesce(submitted_by, prepared_by))) THEN
          RAISE EXCEPTION 'On n’approuve pas une campagne que l’on a préparée.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER run_approvals_not_preparer BEFORE INSERT OR UPDATE OF run_id, approver_id ON run_approvals
        FOR EACH ROW EXECUTE FUNCTION check_run_approver();

      -- An approval is voided once, with its reason; nothing else of it changes, and it does not come back to life.
      CREATE OR REPLACE FUNCTION freeze_run_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.voided_at IS NOT NULL
          OR (OLD.id, OLD.run_id, OLD.approver_id, OLD.run_hash, OLD.approved_at)
          IS DISTINCT FROM (NEW.id, NEW.run_id, NEW.approver_id, NEW.run_hash, NEW.approved_at) THEN
          RAISE EXCEPTION 'Une approbation ne se modifie ni ne s’efface : elle s’annule, une fois.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER run_approvals_void_only BEFORE UPDATE OR DELETE ON run_approvals
        FOR EACH ROW EXECUTE FUNCTION freeze_run_approval();
      CREATE TRIGGER run_approvals_keep BEFORE TRUNCATE ON run_approvals EXECUTE FUNCTION refuse_change();

      -- One doubtful association waits, the others are paid.
      CREATE TABLE run_holds (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        run_id bigint NOT NULL REFERENCES runs,
        association_id bigint NOT NULL REFERENCES associations,
        reason text NOT NULL CHECK (reason <> ''),
        held_by bigint NOT NULL REFERENCES users,
        held_at timestamptz NOT NULL DEFAULT now(),
        released_at timestamptz
      );
      CREATE UNIQUE INDEX run_holds_live ON run_holds (run_id, association_id) WHERE released_at IS NULL;

      -- Its references to what comes by the million are checked by sets: see migration 0130.
      CREATE TABLE settlement_lines (
        id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
        run_id bigint NOT NULL,
        association_id bigint NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        kind text NOT NULL CHECK (kind IN ('service', 'correction', 'carry_forward')),
        saisine_id bigint,
        form_id bigint,
        fee_id bigint,
        service_code text,
        priced_on date,
        unit_cents bigint,
        quantity_asked integer,
        quantity_retained integer,
        reduction_cents bigint NOT NULL DEFAULT 0 CHECK (reduction_cents >= 0),
        corrects_line_id bigint,
        proposed_correction_id bigint,
        carried_statement_id bigint,
        due_cents bigint,
        already_cents bigint,
        amount_cents bigint NOT NULL,
        CONSTRAINT settlement_lines_service_recomputes CHECK (kind <> 'service' OR (
          num_nulls(saisine_id, form_id, fee_id, service_code, priced_on, unit_cents, quantity_asked, quantity_retained) = 0
          AND amount_cents >= 0 AND amount_cents = unit_cents * quantity_retained - reduction_cents)),
        CONSTRAINT settlement_lines_correction_recomputes CHECK (kind <> 'correction' OR (
          num_nulls(corrects_line_id, proposed_correction_id, due_cents, already_cents, service_code) = 0
          AND amount_cents <> 0 AND amount_cents = due_cents - already_cents)),
        CONSTRAINT settlement_lines_carry CHECK ((kind = 'carry_forward') = (carried_statement_id IS NOT NULL)
          AND (kind <> 'carry_forward' OR amount_cents < 0))
      );
      -- One saisine is paid once for one service, whatever the number of forms or runs.
      CREATE UNIQUE INDEX settlement_lines_paid_once ON settlement_lines (saisine_id, service_code) WHERE kind = 'service';
      CREATE UNIQUE INDEX settlement_lines_position ON settlement_lines (run_id, association_id, position);
      CREATE INDEX settlement_lines_corrects ON settlement_lines (corrects_line_id) WHERE corrects_line_id IS NOT NULL;
      CREATE UNIQUE INDEX settlement_lines_carried_once ON settlement_lines (carried_statement_id)
        WHERE carried_statement_id IS NOT NULL;

      -- Late evidence, or a backdated barème, proposes; a person decides; the next run settles.
      CREATE TABLE proposed_corrections (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        association_id bigint NOT NULL REFERENCES associations,
        saisine_id bigint NOT NULL REFERENCES saisines,
        form_id bigint NOT NULL REFERENCES return_forms,
        corrects_line_id bigint REFERENCES settlement_lines,
        fee_id bigint REFERENCES fees,
        service_code text NOT NULL,
        priced_on date,
        unit_cents bigint,
        quantity_asked integer,
        quantity_retained integer,
        reduction_cents bigint NOT NULL DEFAULT 0,
        due_cents bigint NOT NULL CHECK (due_cents >= 0),
        already_cents bigint NOT NULL,
        amount_cents bigint NOT NULL CHECK (amount_cents <> 0 AND amount_cents = due_cents - already_cents),
        reason text NOT NULL CHECK (reason <> ''),
        state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'refused', 'settled')),
        proposed_at timestamptz NOT NULL DEFAULT now(),
        decided_by bigint REFERENCES users,
        decided_at timestamptz,
        decision_reason text,
        CHECK (state = 'proposed' OR num_nulls(decided_by, decided_at, decision_reason) = 0)
      );
      CREATE UNIQUE INDEX proposed_corrections_live ON proposed_corrections (saisine_id, service_code)
        WHERE state IN ('proposed', 'approved');
      CREATE UNIQUE INDEX settlement_lines_correction_once ON settlement_lines (proposed_correction_id)
        WHERE proposed_correction_id IS NOT NULL;

      CREATE TABLE disputes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        association_id bigint NOT NULL REFERENCES associations,
        line_id bigint REFERENCES settlement_lines,
        form_id bigint REFERENCES return_forms,
        motive text NOT NULL CHECK (motive <> ''),
        opened_by bigint NOT NULL REFERENCES users,
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_by bigint REFERENCES users,
        closed_at timestamptz,
        answer text,
        CHECK (num_nonnulls(line_id, form_id) = 1),
        CHECK (num_nulls(closed_by, closed_at, answer) IN (0, 3))
      );
    `)
  }
}
