import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      ALTER TABLE settings ADD reminder_days integer NOT NULL DEFAULT 15
        CONSTRAINT settings_reminder_days CHECK (reminder_days BETWEEN 1 AND 365);
      COMMENT ON COLUMN settings.reminder_days IS 'Days during which a saisine is not reminded again.';

      -- A form that is late was asked for again: of whom, by which mail, for the first time or not.
      CREATE TABLE reminders (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        saisine_id bigint NOT NULL REFERENCES saisines,
        association_id bigint NOT NULL REFERENCES associations,
        mail_id bigint NOT NULL REFERENCES mails,
        level smallint NOT NULL CONSTRAINT reminders_level CHECK (level IN (1, 2)),
        sent_by bigint NOT NULL REFERENCES users,
        sent_at timestamptz NOT NULL,
        CONSTRAINT reminders_once_a_mail UNIQUE (saisine_id, mail_id)
      );
      CREATE INDEX reminders_association ON reminders (association_id);
      CREATE TRIGGER reminders_append_only BEFORE UPDATE OR DELETE ON reminders
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `)
  }
}
