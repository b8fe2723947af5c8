import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A form stays with the saisine that is kept: the one that it was matched with, else the one whose reference it bears.
      -- Looked at by sets: nothing but a purge ever changes a form.
      CREATE OR REPLACE FUNCTION guard_forms() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM before WHERE anonymised_at IS NOT NULL) THEN
          RAISE EXCEPTION 'Une fiche anonymisée ne se modifie plus.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (
          SELECT FROM before LEFT JOIN form_outcomes o ON o.form_id = before.id LEFT JOIN saisines s ON s.id = o.saisine_id
          JOIN legal_holds h ON h.lifted_at IS NULL AND (h.convention_id IN (before.convention_id, s.convention_id)
            OR h.saisine_id = o.saisine_id
            OR o.saisine_id IS NULL AND h.saisine_id = (SELECT id FROM saisines named
              WHERE named.reference = before.reference AND named.convention_id = before.convention_id))) THEN
          RAISE EXCEPTION 'Cette fiche est sous conservation légale.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER return_forms_held AFTER UPDATE ON return_forms
        REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION guard_forms();

      -- A generated column is not computed yet when the trigger looks: comparing it refused every purge of a dispute.
      CREATE OR REPLACE FUNCTION freeze_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.closed_at IS NOT NULL AND is_open('purge')
          AND to_jsonb(OLD) - '{details,answer,answer_by}'::text[] = to_jsonb(NEW) - '{details,answer,answer_by}'::text[] THEN
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
    `)
  }
}
