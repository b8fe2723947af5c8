import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TABLE users (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email) AND email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
        full_name text NOT NULL CHECK (full_name <> ''),
        role text NOT NULL CHECK (role IN
          ('platform', 'coordinator', 'finance', 'approver', 'auditor', 'association', 'admin')),
        association_id bigint,
        password_hash text,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((role = 'association') = (association_id IS NOT NULL))
      );

      -- Business events: who did what to what, written in the transaction of the verb.
      CREATE TABLE events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor_id bigint REFERENCES users,
        verb text NOT NULL,
        subject_type text NOT NULL,
        subject_id bigint NOT NULL,
        before jsonb,
        after jsonb
      );
      CREATE INDEX events_subject ON events (subject_type, subject_id, id);
      CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER events_keep BEFORE TRUNCATE ON events EXECUTE FUNCTION refuse_change();
    `)
  }
}
