import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- What the installation writes to people: recorded by the transaction that causes it, sent once by a work.
      CREATE TABLE mails (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        recipient text NOT NULL,
        subject text NOT NULL,
        text_body text,
        secret boolean NOT NULL DEFAULT false,
        caused_by bigint REFERENCES users,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        failure text,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        CONSTRAINT mails_sent_check CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT mails_body_check CHECK (text_body IS NOT NULL OR secret AND state = 'sent')
      );
      COMMENT ON COLUMN mails.secret IS 'Holds a link that lets someone in: its body is erased once sent.';
      CREATE INDEX mails_created ON mails (created_at);
    `)
  }
}
