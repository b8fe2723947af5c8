import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- The same door as a purge, opened by a rehearsal of its own: accounting documents go once their ten years are over.
      ALTER TABLE purge_rehearsals ADD COLUMN purpose text NOT NULL DEFAULT 'purge'
        CONSTRAINT purge_rehearsals_purpose CHECK (purpose IN ('purge', 'destruction'));
      ALTER TABLE purge_rehearsals ALTER COLUMN purpose DROP DEFAULT;
      COMMENT ON COLUMN purge_rehearsals.purpose IS 'Ce que l’essai annonce\u00a0: purge, ou destruction de pièces comptables.';
      ALTER TABLE openings DROP CONSTRAINT openings_purpose, DROP CONSTRAINT openings_rehearsed,
        ADD CONSTRAINT openings_purpose CHECK (purpose IN ('purge', 'key_rotation', 'destruction')),
        ADD CONSTRAINT openings_rehearsed CHECK ((purpose <> 'key_rotation') = (rehearsal_id IS NOT NULL));

      -- A document that was destroyed: its row, its hash and its amounts stay where they were, its bytes are gone.
      CREATE TABLE destroyed_files (
        file_key text PRIMARY KEY,
        sha256 bytea NOT NULL CONSTRAINT destroyed_files_sha256 CHECK (octet_length(sha256) = 32),
        dated_on date NOT NULL,
        opening_id bigint NOT NULL CONSTRAINT destroyed_files_opening_fkey REFERENCES openings,
        destroyed_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE destroyed_files IS 'Pièces comptables détruites après leurs dix ans\u00a0: leur empreinte reste, leur fichier non.';
      COMMENT ON COLUMN destroyed_files.file_key IS 'Clé qu’avait le fichier dans l’archive.';
      COMMENT ON COLUMN destroyed_files.sha256 IS 'Empreinte du fichier détruit.';
      COMMENT ON COLUMN destroyed_files.dated_on IS 'Jour de la pièce\u00a0: ses dix ans courent de la fin de cette année.';
      COMMENT ON COLUMN destroyed_files.opening_id IS 'Destruction inscrite au registre.';
      COMMENT ON COLUMN destroyed_files.destroyed_at IS 'Quand.';
      CREATE INDEX destroyed_files_opening ON destroyed_files (opening_id);
      CREATE TRIGGER destroyed_files_append_only BEFORE UPDATE OR DELETE ON destroyed_files
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER destroyed_files_keep BEFORE TRUNCATE ON destroyed_files EXECUTE FUNCTION refuse_change();

      -- Code de commerce, article L123-22: ten years from the end of the exercise, which is the civil year here.
      CREATE OR REPLACE FUNCTION guard_destruction() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT is_open('destruction') THEN
          RAISE EXCEPTION 'Une pièce comptable ne se détruit que par une destruction inscrite.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM destroyed d JOIN openings o ON o.id = d.opening_id
            JOIN purge_rehearsals r ON r.id = o.rehearsal_id
            WHERE d.dated_on >= make_date(extract(year FROM r.today)::integer - 10, 1, 1)) THEN
          RAISE EXCEPTION 'Une pièce comptable se garde dix ans après son exercice.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM destroyed d JOIN documents USING (file_key) JOIN runs ON runs.id = run_id
            JOIN legal_holds h ON h.lifted_at IS NULL AND (h.convention_id = runs.convention_id OR h.saisine_id IN (
              SELECT saisine_id FROM settlement_lines l WHERE l.run_id = runs.id))) THEN
          RAISE EXCEPTION 'Cette pièce est sous conservation légale.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER destroyed_files_guarded AFTER INSERT ON destroyed_files
        REFERENCING NEW TABLE AS destroyed FOR EACH STATEMENT EXECUTE FUNCTION guard_destruction();
    `)
  }
}
