import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- References of the tables that grow by the million. A foreign key looks each row up on its own (some 4 µs a row
      -- and a key); these look up a whole statement at once, and let the rare deletion of a parent pay instead.
      CREATE OR REPLACE FUNCTION check_references() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE i integer; column_name text; looks text[] := '{}'; joins text := ''; orphans text[];
      BEGIN
        FOR i IN 0 .. TG_NARGS / 3 - 1 LOOP
          looks := looks || format('min(added.%1$I::text) FILTER (WHERE added.%1$I IS NOT NULL AND p%2$s.%3$I IS NULL)',
            TG_ARGV[i * 3], i, TG_ARGV[i * 3 + 2]);
          joins := joins || format(' LEFT JOIN %1$I p%2$s ON p%2$s.%3$I = added.%4$I',
            TG_ARGV[i * 3 + 1], i, TG_ARGV[i * 3 + 2], TG_ARGV[i * 3]);
        END LOOP;
        -- One pass over the new rows for all their references.
        EXECUTE format('SELECT ARRAY[%s] FROM added%s', array_to_string(looks, ', '), joins) INTO orphans;
        FOR i IN 0 .. TG_NARGS / 3 - 1 LOOP
          IF orphans[i + 1] IS NOT NULL THEN
            column_name := TG_ARGV[i * 3];
            RAISE EXCEPTION '%.% : % n’existe pas dans %.', TG_TABLE_NAME, column_name, orphans[i + 1], TG_ARGV[i * 3 + 1]
              USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, COLUMN = column_name;
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;

      -- Before a parent goes, its children's tables are closed to writers: an insertion under way ends first, and one that
      -- comes later finds the parent gone.
      CREATE OR REPLACE FUNCTION close_children() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE i integer;
      BEGIN
        FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
          EXECUTE format('LOCK TABLE %I IN SHARE ROW EXCLUSIVE MODE', TG_ARGV[i * 2]);
        END LOOP;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION keep_parents() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE i integer; child text; child_column text; held text;
      BEGIN
        FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
          child := TG_ARGV[i * 2]; child_column := TG_ARGV[i * 2 + 1];
          EXECUTE format('SELECT removed.id FROM removed WHERE EXISTS (SELECT 1 FROM %I WHERE %I = removed.id) LIMIT 1',
            child, child_column) INTO held;
          IF held IS NOT NULL THEN
            RAISE EXCEPTION '% % sert encore dans %.', TG_TABLE_NAME, held, child
              USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME;
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;

      CREATE TRIGGER saisines_references_insert AFTER INSERT ON saisines
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'convention_id', 'conventions', 'id', 'association_id', 'associations', 'id', 'department', 'departments', 'code', 'import_id', 'imports', 'id');
      CREATE TRIGGER saisines_references_update AFTER UPDATE ON saisines
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'convention_id', 'conventions', 'id', 'association_id', 'associations', 'id', 'department', 'departments', 'code', 'import_id', 'imports', 'id');
      CREATE TRIGGER return_forms_references_insert AFTER INSERT ON return_forms
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'convention_id', 'conventions', 'id', 'association_id', 'associations', 'id', 'import_id', 'imports', 'id');
      CREATE TRIGGER return_forms_references_update AFTER UPDATE ON return_forms
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'convention_id', 'conventions', 'id', 'association_id', 'associations', 'id', 'import_id', 'imports', 'id');
      CREATE TRIGGER form_outcomes_references_insert AFTER INSERT ON form_outcomes
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'form_id', 'return_forms', 'id', 'saisine_id', 'saisines', 'id', 'convention_id', 'conventions', 'id');
      CREATE TRIGGER form_outcomes_references_update AFTER UPDATE ON form_outcomes
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'form_id', 'return_forms', 'id', 'saisine_id', 'saisines', 'id', 'convention_id', 'conventions', 'id');
      CREATE TRIGGER findings_references_insert AFTER INSERT ON findings
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'convention_id', 'conventions', 'id', 'form_id', 'return_forms', 'id', 'saisine_id', 'saisines', 'id');
      CREATE TRIGGER findings_references_update AFTER UPDATE ON findings
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'convention_id', 'conventions', 'id', 'form_id', 'return_forms', 'id', 'saisine_id', 'saisines', 'id');
      CREATE TRIGGER settlement_lines_references_insert AFTER INSERT ON settlement_lines
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'run_id', 'runs', 'id', 'association_id', 'associations', 'id', 'saisine_id', 'saisines', 'id', 'form_id', 'return_forms', 'id', 'fee_id', 'fees', 'id');
      CREATE TRIGGER settlement_lines_references_update AFTER UPDATE ON settlement_lines
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_references(
          'run_id', 'runs', 'id', 'association_id', 'associations', 'id', 'saisine_id', 'saisines', 'id', 'form_id', 'return_forms', 'id', 'fee_id', 'fees', 'id');

      CREATE TRIGGER associations_close_children BEFORE DELETE ON associations
        FOR EACH STATEMENT EXECUTE FUNCTION close_children('saisines', 'association_id', 'return_forms', 'association_id', 'settlement_lines', 'association_id');
      CREATE TRIGGER associations_keep_parents AFTER DELETE ON associations
        REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_parents('saisines', 'association_id', 'return_forms', 'association_id', 'settlement_lines', 'association_id');
      CREATE TRIGGER return_forms_close_children BEFORE DELETE ON return_forms
        FOR EACH STATEMENT EXECUTE FUNCTION close_children('form_outcomes', 'form_id', 'findings', 'form_id', 'settlement_lines', 'form_id');
      CREATE TRIGGER return_forms_keep_parents AFTER DELETE ON return_forms
        REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_parents('form_outcomes', 'form_id', 'findings', 'form_id', 'settlement_lines', 'form_id');
      CREATE TRIGGER saisines_close_children BEFORE DELETE ON saisines
        FOR EACH STATEMENT EXECUTE FUNCTION close_children('form_outcomes', 'saisine_id', 'findings', 'saisine_id', 'settlement_lines', 'saisine_id');
      CREATE TRIGGER saisines_keep_parents AFTER DELETE ON saisines
        REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_parents('form_outcomes', 'saisine_id', 'findings', 'saisine_id', 'settlement_lines', 'saisine_id');
      CREATE TRIGGER fees_close_children BEFORE DELETE ON fees
        FOR EACH STATEMENT EXECUTE FUNCTION close_children('settlement_lines', 'fee_id');
      CREATE TRIGGER fees_keep_parents AFTER DELETE ON fees
        REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_parents('settlement_lines', 'fee_id');

      -- Few lines point to a line, a correction or a statement; a foreign key would queue a check for each of all the others.
      CREATE OR REPLACE FUNCTION check_linked_lines() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM added WHERE kind <> 'service' OR proposed_correction_id IS NOT NULL) THEN
          RETURN NULL;
        END IF;
        IF EXISTS (SELECT 1 FROM added WHERE corrects_line_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM settlement_lines l JOIN statements s ON s.run_id = l.run_id AND s.association_id = l.association_id
          WHERE l.id = added.corrects_line_id)) THEN
          RAISE EXCEPTION 'Une régularisation corrige une ligne émise.' USING ERRCODE = 'foreign_key_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM added WHERE proposed_correction_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM proposed_corrections p WHERE p.id = added.proposed_correction_id AND p.state IN ('approved', 'settled'))) THEN
          RAISE EXCEPTION 'Une régularisation se règle quand elle est approuvée.' USING ERRCODE = 'foreign_key_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM added WHERE carried_statement_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM statements s WHERE s.id = added.carried_statement_id)) THEN
          RAISE EXCEPTION 'Un solde se reprend d’un relevé émis.' USING ERRCODE = 'foreign_key_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER settlement_lines_linked AFTER INSERT ON settlement_lines
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_linked_lines();
      CREATE TRIGGER proposed_corrections_kept BEFORE DELETE ON proposed_corrections FOR EACH ROW
        WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION refuse_change();

      -- Parents that nothing ever deletes, and keys that nothing ever changes.
      CREATE TRIGGER conventions_kept BEFORE DELETE ON conventions FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER imports_kept BEFORE DELETE ON imports FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER departments_kept BEFORE DELETE ON departments FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER saisines_same_key BEFORE UPDATE OF id ON saisines FOR EACH ROW
        WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER return_forms_same_key BEFORE UPDATE OF id ON return_forms FOR EACH ROW
        WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER associations_same_key BEFORE UPDATE OF id ON associations FOR EACH ROW
        WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER departments_same_key BEFORE UPDATE OF code ON departments FOR EACH ROW
        WHEN (OLD.code IS DISTINCT FROM NEW.code) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER fees_same_key BEFORE UPDATE OF id ON fees FOR EACH ROW
        WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER runs_same_key BEFORE UPDATE OF id ON runs FOR EACH ROW
        WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER conventions_same_key BEFORE UPDATE OF id ON conventions FOR EACH ROW
        WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER imports_same_key BEFORE UPDATE OF id ON imports FOR EACH ROW
        WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_change();

    `)
  }
}
