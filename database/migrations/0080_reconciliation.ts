import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- Derived, rewritten by each reconciliation of the convention: exactly one outcome a form. References: see 0130.
      CREATE TABLE form_outcomes (
        form_id bigint PRIMARY KEY,
        convention_id bigint NOT NULL,
        saisine_id bigint,
        outcome text NOT NULL,
        CHECK (outcome <> 'RETENUE' OR saisine_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX form_outcomes_one_retained ON form_outcomes (saisine_id) WHERE outcome = 'RETENUE';

      CREATE TABLE findings (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL,
        form_id bigint,
        saisine_id bigint,
        code text NOT NULL,
        blocking boolean NOT NULL,
        message text NOT NULL,
        remedy text NOT NULL,
        CHECK (form_id IS NOT NULL OR saisine_id IS NOT NULL)
      );
      CREATE INDEX findings_convention ON findings (convention_id, code);
      CREATE INDEX findings_form ON findings (form_id) WHERE form_id IS NOT NULL;
      CREATE INDEX findings_saisine ON findings (saisine_id) WHERE saisine_id IS NOT NULL;

      CREATE TABLE decisions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        form_id bigint NOT NULL REFERENCES return_forms,
        code text NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('accepted', 'refused', 'linked')),
        saisine_id bigint REFERENCES saisines,
        reason text NOT NULL CHECK (reason <> ''),
        decided_by bigint NOT NULL REFERENCES users,
        decided_at timestamptz NOT NULL DEFAULT now(),
        undone_by bigint REFERENCES users,
        undone_at timestamptz,
        CHECK ((verdict = 'linked') = (saisine_id IS NOT NULL)),
        CHECK ((undone_at IS NULL) = (undone_by IS NULL))
      );
      CREATE UNIQUE INDEX decisions_live ON decisions (form_id, code) WHERE undone_at IS NULL;
    `)
  }
}
