import { BaseSchema } from '@adonisjs/lucid/schema'

/** SQL: adds up the lines of each association of a run that `parts` names. */
const addUp = (parts: string) => `
  INSERT INTO run_associations (run_id, association_id, lines, saisines, total_cents)
    SELECT run_id, association_id, count(*), count(DISTINCT saisine_id), sum(amount_cents)
    FROM settlement_lines JOIN ${parts} USING (run_id, association_id) GROUP BY 1, 2;
  INSERT INTO run_services (run_id, association_id, service_code, lines, total_cents)
    SELECT run_id, association_id, coalesce(service_code, ''), count(*), sum(amount_cents)
    FROM settlement_lines JOIN ${parts} USING (run_id, association_id) GROUP BY 1, 2, 3;`

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- The pages that people open all day show the last saisines and the last forms.
      CREATE INDEX saisines_opened ON saisines (opened_on, id);
      CREATE INDEX return_forms_received ON return_forms (received_on, id);

      -- What the lines of a run add up to. A run has lines by the 100,000, and its pages ask for nothing but sums.
      -- The calculation writes them beside its lines: a trigger would read all of them again.
      CREATE TABLE run_associations (
        run_id bigint NOT NULL REFERENCES runs,
        association_id bigint NOT NULL REFERENCES associations,
        lines bigint NOT NULL CHECK (lines > 0),
        saisines bigint NOT NULL CHECK (saisines >= 0),
        total_cents bigint NOT NULL,
        PRIMARY KEY (run_id, association_id)
      );
      CREATE TABLE run_services (
        run_id bigint NOT NULL,
        association_id bigint NOT NULL,
        service_code text NOT NULL,
        lines bigint NOT NULL CHECK (lines > 0),
        total_cents bigint NOT NULL,
        PRIMARY KEY (run_id, association_id, service_code),
        FOREIGN KEY (run_id, association_id) REFERENCES run_associations ON DELETE CASCADE
      );
      COMMENT ON COLUMN run_services.service_code IS 'Empty for the balances taken back: they have none.';
      ${addUp('(SELECT DISTINCT run_id, association_id FROM settlement_lines) AS parts')}

      -- Sums never outlive the lines.
      CREATE OR REPLACE FUNCTION add_up_what_is_left() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM run_associations sums USING (SELECT DISTINCT run_id, association_id FROM removed) AS parts
          WHERE sums.run_id = parts.run_id AND sums.association_id = parts.association_id;
        ${addUp('(SELECT DISTINCT run_id, association_id FROM removed) AS parts')}
        RETURN NULL;
      END $$;
      CREATE TRIGGER settlement_lines_sums AFTER DELETE ON settlement_lines
        REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION add_up_what_is_left();
    `)
  }
}
