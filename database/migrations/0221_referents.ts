import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A department’s named contact for élus: a person who works for a member association, over [starts_on, ends_on).
      CREATE TABLE referents (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        department_code text NOT NULL REFERENCES departments,
        association_id bigint NOT NULL REFERENCES associations,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        email text,
        phone text,
        starts_on date NOT NULL,
        ends_on date CHECK (ends_on > starts_on),
        CONSTRAINT referents_one_at_a_time
          EXCLUDE USING gist (department_code WITH =, daterange(starts_on, ends_on) WITH &&),
        CONSTRAINT referents_reachable CHECK (num_nonnulls(email, phone) > 0)
      );
      CREATE INDEX referents_association ON referents (association_id);

      -- The departmental association of mayors that the référent speaks with.
      CREATE TABLE amf_associations (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        department_code text NOT NULL UNIQUE REFERENCES departments,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 140),
        email text,
        -- Whether référent and association of mayors have met: what the convention asks of them.
        in_contact boolean NOT NULL DEFAULT false
      );
    `)
  }
}
