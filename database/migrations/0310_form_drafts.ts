import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- What an association has begun to write of a saisine: nobody else reads it, and sending ends it.
      CREATE TABLE form_drafts (
        saisine_id bigint PRIMARY KEY REFERENCES saisines ON DELETE CASCADE,
        association_id bigint NOT NULL REFERENCES associations,
        cells jsonb NOT NULL,
        saved_by bigint NOT NULL REFERENCES users,
        saved_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE form_drafts ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON form_drafts FOR SELECT TO reversement_portal USING (association_id = portal_association());
      GRANT SELECT (saisine_id, association_id, cells, saved_at) ON form_drafts TO reversement_portal;
    `)
  }
}
