import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A proposed account that another person refuses leaves the queue as a replaced one does, with its reason.
      ALTER TABLE bank_accounts
        ADD rejected_by bigint CONSTRAINT bank_accounts_rejected_by_fkey REFERENCES users,
        ADD rejected_at timestamptz,
        ADD rejection_reason text CONSTRAINT bank_accounts_rejection_reason CHECK (rejection_reason <> ''),
        ADD CONSTRAINT bank_accounts_rejected_whole CHECK (num_nulls(rejected_by, rejected_at, rejection_reason) IN (0, 3)),
        ADD CONSTRAINT bank_accounts_rejected_by_another CHECK (rejected_by <> proposed_by),
        ADD CONSTRAINT bank_accounts_rejected_for_good
          CHECK (rejected_at IS NULL OR (approved_at IS NULL AND replaced_at IS NOT NULL));

      -- A hold that the calculation sets, because the envelope is too small, is the calculation's to lift.
      ALTER TABLE run_holds ADD cause text NOT NULL DEFAULT 'person'
        CONSTRAINT run_holds_cause CHECK (cause IN ('person', 'envelope'));

      -- A share of what is due was never applied: a policy without effect is not stored.
      UPDATE conventions SET overrun_policy = 'refuse' WHERE overrun_policy = 'prorata';
      ALTER TABLE conventions DROP CONSTRAINT conventions_overrun_policy_check,
        ADD CONSTRAINT conventions_overrun_policy CHECK (overrun_policy IN ('refuse', 'wait'));

      ALTER TABLE disputes
        ADD details text NOT NULL DEFAULT '' CONSTRAINT disputes_details CHECK (length(details) <= 500),
        ADD verdict text CONSTRAINT disputes_verdict CHECK (verdict IN ('accepted', 'rejected')),
        ADD CONSTRAINT disputes_motive CHECK (motive IN
          ('montant', 'quantite', 'fiche_refusee', 'regularisation', 'autre')),
        ADD CONSTRAINT disputes_answered CHECK ((closed_at IS NULL) = (verdict IS NULL) AND answer <> '');
      CREATE UNIQUE INDEX disputes_open_line ON disputes (line_id) WHERE closed_at IS NULL AND line_id IS NOT NULL;
      CREATE UNIQUE INDEX disputes_open_form ON disputes (form_id) WHERE closed_at IS NULL AND form_id IS NOT NULL;
      CREATE INDEX disputes_association ON disputes (association_id);

      -- What was contested and what was answered stay as they were said: a dispute is answered once.
      CREATE OR REPLACE FUNCTION freeze_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
          OR (OLD.id, OLD.association_id, OLD.line_id, OLD.form_id, OLD.motive, OLD.details, OLD.opened_by, OLD.opened_at)
          IS DISTINCT FROM
          (NEW.id, NEW.association_id, NEW.line_id, NEW.form_id, NEW.motive, NEW.details, NEW.opened_by, NEW.opened_at) THEN
          RAISE EXCEPTION 'Une réclamation ne se modifie ni ne s’efface : on y répond, une fois.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER disputes_answered_once BEFORE UPDATE OR DELETE ON disputes
        FOR EACH ROW EXECUTE FUNCTION freeze_dispute();
    `)
  }
}
