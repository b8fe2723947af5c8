import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- Written by the transaction that erases the rows which named them; whoever removes a file then takes its row away.
      CREATE TABLE files_to_remove (
        file_key text PRIMARY KEY,
        named_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE files_to_remove IS 'Fichiers de l’archive que plus rien ne nomme\u00a0: ils attendent d’être effacés.';
      COMMENT ON COLUMN files_to_remove.file_key IS 'Clé du fichier dans l’archive.';
      COMMENT ON COLUMN files_to_remove.named_at IS 'Depuis quand il attend.';
    `)
  }
}
