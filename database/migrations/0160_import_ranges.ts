import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- Rows of an import stand side by side, and are looked for when it is undone: an index of ranges finds them, and
      -- costs nothing a row, where one of rows took a sixth of the writing.
      DROP INDEX saisines_import, return_forms_import;
      CREATE INDEX saisines_import ON saisines USING brin (import_id) WITH (autosummarize = on);
      CREATE INDEX return_forms_import ON return_forms USING brin (import_id) WITH (autosummarize = on);
    `)
  }
}
