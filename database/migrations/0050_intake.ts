import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TABLE imports (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('associations', 'baremes', 'saisines', 'fiches')),
        file_name text NOT NULL,
        file_sha256 bytea NOT NULL CHECK (octet_length(file_sha256) = 32),
        sheet text NOT NULL DEFAULT '',
        actor_id bigint REFERENCES users,
        created_count integer NOT NULL DEFAULT 0,
        unchanged_count integer NOT NULL DEFAULT 0,
        refused_count integer NOT NULL DEFAULT 0,
        applied_at timestamptz NOT NULL DEFAULT now(),
        undone_at timestamptz,
        undone_by bigint REFERENCES users,
        CHECK ((undone_at IS NULL) = (undone_by IS NULL))
      );
      -- The same file twice changes nothing, even when two people send it at once.
      CREATE UNIQUE INDEX imports_same_file ON imports (kind, file_sha256)
        WHERE undone_at IS NULL AND refused_count = 0;

      CREATE TABLE import_problems (
        import_id bigint NOT NULL REFERENCES imports,
        row_number integer NOT NULL,
        column_name text NOT NULL,
        value text NOT NULL,
        message text NOT NULL,
        remedy text NOT NULL
      );
      CREATE INDEX import_problems_import ON import_problems (import_id, row_number);

      CREATE TABLE column_mappings (
        kind text NOT NULL,
        sender text NOT NULL,
        header_key text NOT NULL,
        field text NOT NULL,
        PRIMARY KEY (kind, sender, header_key)
      );

      ALTER TABLE associations ADD FOREIGN KEY (import_id) REFERENCES imports;
      ALTER TABLE bank_accounts ADD FOREIGN KEY (import_id) REFERENCES imports;
      ALTER TABLE fee_schedules ADD FOREIGN KEY (import_id) REFERENCES imports;
    `)
  }
}
