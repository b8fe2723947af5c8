import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A list as a person likes to see it: the filters of its address, under a name.
      CREATE TABLE saved_views (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES users,
        list text NOT NULL,
        name text NOT NULL CHECK (name <> '' AND length(name) <= 60),
        query text NOT NULL CHECK (length(query) <= 2000),
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (user_id, list, name)
      );

      -- Long work that a person started: its progress and its end outlive the page and the process.
      CREATE TABLE works (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        subject_id bigint NOT NULL,
        options jsonb NOT NULL DEFAULT '{}',
        started_by bigint NOT NULL REFERENCES users,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'refused', 'failed')),
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        outcome jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CONSTRAINT works_ended_check CHECK ((state IN ('done', 'refused', 'failed')) = (ended_at IS NOT NULL))
      );
      -- One at a time for the same thing: a second click finds the first work.
      CREATE UNIQUE INDEX works_one_alive ON works (kind, subject_id) WHERE ended_at IS NULL;
    `)
  }
}
