import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- How a person enters: a password (users.password_hash) and a code of the moment (RFC 6238).
      ALTER TABLE users
        ADD COLUMN totp_secret text,
        ADD COLUMN totp_enrolled_at timestamptz,
        ADD COLUMN totp_last_step bigint,
        ADD CONSTRAINT users_totp_check CHECK (totp_enrolled_at IS NULL OR totp_secret IS NOT NULL);
      COMMENT ON COLUMN users.totp_secret IS 'Encrypted with the key of the installation.';
      COMMENT ON COLUMN users.totp_last_step IS 'The last step of 30 s whose code was taken: a code serves once.';

      CREATE TABLE recovery_codes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES users,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        UNIQUE (user_id, code_hash)
      );

      -- The link of an e-mail that lets a person choose a password. Only its hash is kept.
      CREATE TABLE invitations (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES users,
        token_hash bytea NOT NULL UNIQUE,
        invited_by bigint REFERENCES users,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE sessions (
        id text PRIMARY KEY,
        data text NOT NULL,
        user_id text,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sessions_user ON sessions (user_id);
      CREATE INDEX sessions_expiry ON sessions (expires_at);

      CREATE TABLE rate_limits (key text PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);

      -- Who entered and who looked at what: apart from the business events, and kept less long.
      CREATE TABLE access_log (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        user_id bigint REFERENCES users,
        verb text NOT NULL,
        address inet,
        detail text
      );
      CREATE INDEX access_log_at ON access_log (at);
      CREATE INDEX access_log_user ON access_log (user_id, id);
    `)
  }
}
