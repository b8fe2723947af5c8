import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      ALTER TABLE settings ADD masking_threshold integer NOT NULL DEFAULT 5
        CONSTRAINT settings_masking_threshold CHECK (masking_threshold >= 1);
      COMMENT ON COLUMN settings.masking_threshold IS 'A count under it is not shown in a report to a funder.';
    `)
  }
}
