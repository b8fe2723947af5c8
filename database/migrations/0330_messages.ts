import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A mail to an association: why, to whom of it, and when it goes: at once, or with the others of the day.
      ALTER TABLE mails
        ADD html_body text,
        ADD association_id bigint CONSTRAINT mails_association_fkey REFERENCES associations ON DELETE SET NULL,
        ADD user_id bigint CONSTRAINT mails_user_fkey REFERENCES users,
        ADD cause text,
        ADD for_digest boolean NOT NULL DEFAULT false,
        ADD letter jsonb,
        ADD digest_mail_id bigint CONSTRAINT mails_digest_fkey REFERENCES mails,
        ADD queued_at timestamptz,
        ADD bounced_at timestamptz,
        ADD bounce_note text,
        ADD bounced_by bigint CONSTRAINT mails_bounced_by_fkey REFERENCES users,
        DROP CONSTRAINT mails_state_check,
        ADD CONSTRAINT mails_state_check CHECK (state IN ('queued', 'sent', 'failed', 'gathered')),
        ADD CONSTRAINT mails_digest_check CHECK (digest_mail_id IS NULL OR state = 'gathered'),
        ADD CONSTRAINT mails_gathered_check CHECK (state <> 'gathered' OR for_digest AND digest_mail_id IS NOT NULL),
        ADD CONSTRAINT mails_letter_check CHECK (NOT for_digest OR letter IS NOT NULL AND user_id IS NOT NULL AND NOT secret),
        ADD CONSTRAINT mails_bounce_check CHECK (num_nulls(bounced_at, bounce_note, bounced_by) IN (0, 3)
          AND (bounced_at IS NULL OR state = 'sent'));
      UPDATE mails SET queued_at = created_at;
      COMMENT ON COLUMN mails.cause IS 'What is told, once to a recipient: a statement, an import, a day.';
      COMMENT ON COLUMN mails.queued_at IS 'When the queue of mails got it; null while it waits in this table.';
      CREATE UNIQUE INDEX mails_once ON mails (kind, cause, recipient) WHERE cause IS NOT NULL;
      CREATE INDEX mails_waiting ON mails (id) WHERE state = 'queued' AND queued_at IS NULL;
      CREATE INDEX mails_association ON mails (association_id, id);

      -- When a person of an association wants to be told. Without a row: at once.
      CREATE TABLE mail_preferences (
        user_id bigint PRIMARY KEY CONSTRAINT mail_preferences_user_fkey REFERENCES users,
        association_id bigint NOT NULL CONSTRAINT mail_preferences_association_fkey REFERENCES associations,
        rhythm text NOT NULL CONSTRAINT mail_preferences_rhythm CHECK (rhythm IN ('immediate', 'daily', 'none')),
        chosen_at timestamptz NOT NULL DEFAULT now()
      );

      -- A form that was not retained is told once for each reason.
      CREATE TABLE told_refusals (
        form_id bigint NOT NULL CONSTRAINT told_refusals_form_fkey REFERENCES return_forms ON DELETE CASCADE,
        outcome text NOT NULL,
        told_on date NOT NULL,
        CONSTRAINT told_refusals_once PRIMARY KEY (form_id, outcome)
      );

      -- What an association reads of it: its own, and nothing that lets someone in.
      ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON mails FOR SELECT TO reversement_portal
        USING (association_id = portal_association() AND NOT secret);
      GRANT SELECT (id, association_id, kind, recipient, subject, text_body, state, secret, for_digest, created_at, sent_at,
        bounced_at) ON mails TO reversement_portal;
      ALTER TABLE mail_preferences ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON mail_preferences FOR SELECT TO reversement_portal
        USING (association_id = portal_association());
      GRANT SELECT ON mail_preferences TO reversement_portal;
    `)
  }
}
