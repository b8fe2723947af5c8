import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      -- Issued and audited rows: an UPDATE or a DELETE is an error whoever asks.
      CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Les lignes de % ne se modifient ni ne s’effacent.', TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$;

      -- What the federation decides for itself: one row, each column with its meaning.
      CREATE TABLE settings (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        federation_name text NOT NULL,
        federation_siren text NOT NULL CHECK (federation_siren ~ '^[0-9]{9}$'),
        street text,
        building_number text,
        postcode text NOT NULL,
        town text NOT NULL,
        country text NOT NULL DEFAULT 'FR' CHECK (country ~ '^[A-Z]{2}$'),
        debtor_iban_ciphertext text NOT NULL,
        debtor_bic text CHECK (debtor_bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3}){0,1}$'),
        cooling_off_hours integer NOT NULL DEFAULT 72 CHECK (cooling_off_hours >= 0),
        batch_booking boolean NOT NULL DEFAULT true,
        pain_version text NOT NULL DEFAULT 'pain.001.001.09' CHECK (pain_version IN ('pain.001.001.09', 'pain.001.001.03')),
        missing_form_days integer NOT NULL DEFAULT 90 CHECK (missing_form_days > 0),
        approval_bands jsonb NOT NULL DEFAULT '[{"fromCents": 0, "approvals": 1}]',
        legal_mentions text[] NOT NULL DEFAULT '{}',
        fictitious boolean NOT NULL DEFAULT false
      );
      COMMENT ON COLUMN settings.fictitious IS 'Demonstration data: every output says so.';

      -- Gapless numbers: the row is locked by the transaction that takes the next one.
      CREATE TABLE counters (name text PRIMARY KEY, value bigint NOT NULL CHECK (value >= 0));
    `)
  }
}
