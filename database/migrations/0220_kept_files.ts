import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A signed document of a convention: kept as it was received, by whom and when.
      ALTER TABLE convention_documents
        ADD COLUMN file_name text NOT NULL CONSTRAINT convention_documents_file_name CHECK (file_name <> ''),
        ADD COLUMN media_type text NOT NULL,
        ADD COLUMN size_bytes integer NOT NULL CONSTRAINT convention_documents_size CHECK (size_bytes > 0),
        ADD COLUMN added_by bigint NOT NULL CONSTRAINT convention_documents_added_by_fkey REFERENCES users,
        ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();
      CREATE INDEX convention_documents_of ON convention_documents (convention_id);
      CREATE TRIGGER convention_documents_append_only BEFORE UPDATE OR DELETE ON convention_documents
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- The RIB that shows that an account is its association’s. It never changes; it goes with an undone proposal.
      CREATE TABLE bank_account_files (
        bank_account_id bigint PRIMARY KEY REFERENCES bank_accounts ON DELETE CASCADE,
        file_key text NOT NULL UNIQUE,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
        file_name text NOT NULL CHECK (file_name <> ''),
        media_type text NOT NULL,
        size_bytes integer NOT NULL CHECK (size_bytes > 0)
      );
      CREATE TRIGGER bank_account_files_frozen BEFORE UPDATE ON bank_account_files
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `)
  }
}
