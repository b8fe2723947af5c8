import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- An instalment that was written by mistake is reversed, once: it stays, with the reason, and counts no more. Its
      -- reference is free for the right one.
      ALTER TABLE funder_receipts
        ADD reversed_at timestamptz,
        ADD reversed_by bigint CONSTRAINT funder_receipts_reversed_by_fkey REFERENCES users,
        ADD reversal_reason text CONSTRAINT funder_receipts_reversal_reason CHECK (length(reversal_reason) BETWEEN 1 AND 500),
        ADD CONSTRAINT funder_receipts_reversed CHECK (num_nulls(reversed_at, reversed_by, reversal_reason) IN (0, 3)),
        DROP CONSTRAINT funder_receipts_convention_id_reference_key,
        ADD CONSTRAINT funder_receipts_convention_id_reference_key
          EXCLUDE USING btree (convention_id WITH =, reference WITH =) WHERE (reversed_at IS NULL);
      CREATE VIEW living_receipts AS SELECT * FROM funder_receipts WHERE reversed_at IS NULL;
      CREATE OR REPLACE FUNCTION freeze_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.reversed_at IS NOT NULL
          OR to_jsonb(OLD) - '{reversed_at,reversed_by,reversal_reason}'::text[]
            <> to_jsonb(NEW) - '{reversed_at,reversed_by,reversal_reason}'::text[] THEN
          RAISE EXCEPTION 'Un versement ne se modifie ni ne s’efface : il se contre-passe, une fois.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER funder_receipts_append_only ON funder_receipts;
      CREATE TRIGGER funder_receipts_append_only BEFORE UPDATE OR DELETE ON funder_receipts
        FOR EACH ROW EXECUTE FUNCTION freeze_receipt();

      -- The line of the bank that it was is released with it, and waits again.
      ALTER TABLE receipt_matches ADD released_at timestamptz,
        DROP CONSTRAINT receipt_matches_part,
        ADD CONSTRAINT receipt_matches_part EXCLUDE USING btree (part_id WITH =) WHERE (released_at IS NULL);
      CREATE OR REPLACE FUNCTION freeze_receipt_match() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.released_at IS NOT NULL
          OR to_jsonb(OLD) - 'released_at' <> to_jsonb(NEW) - 'released_at'
          OR NOT EXISTS (SELECT 1 FROM funder_receipts WHERE id = OLD.receipt_id AND reversed_at IS NOT NULL) THEN
          RAISE EXCEPTION 'Un versement rapproché le reste, tant qu’il n’est pas contre-passé.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER receipt_matches_append_only ON receipt_matches;
      CREATE TRIGGER receipt_matches_append_only BEFORE UPDATE OR DELETE ON receipt_matches
        FOR EACH ROW EXECUTE FUNCTION freeze_receipt_match();
      CREATE OR REPLACE FUNCTION receipt_is_undone(part bigint, resolution text) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT coalesce(resolution = 'receipt', false)
          AND EXISTS (SELECT 1 FROM receipt_matches WHERE part_id = part)
          AND NOT EXISTS (SELECT 1 FROM receipt_matches WHERE part_id = part AND released_at IS NULL)
      $$;
      CREATE OR REPLACE FUNCTION reopen_bank_item() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.resolution IS NOT NULL
          OR (OLD.id, OLD.part_id, OLD.code, OLD.message, OLD.remedy) IS DISTINCT FROM
            (NEW.id, NEW.part_id, NEW.code, NEW.message, NEW.remedy) THEN
          RAISE EXCEPTION 'Le suspens d’un versement contre-passé se rouvre, et rien d’autre.'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER bank_items_frozen ON bank_items;
      CREATE TRIGGER bank_items_frozen BEFORE UPDATE OR DELETE ON bank_items
        FOR EACH ROW WHEN (NOT receipt_is_undone(OLD.part_id, OLD.resolution)) EXECUTE FUNCTION freeze_bank_item();
      CREATE TRIGGER bank_items_reopened BEFORE UPDATE OR DELETE ON bank_items
        FOR EACH ROW WHEN (receipt_is_undone(OLD.part_id, OLD.resolution)) EXECUTE FUNCTION reopen_bank_item();

      -- What an association pays back of a debit note: its whole amount, once.
      CREATE TABLE debit_payments (
        statement_id bigint PRIMARY KEY CONSTRAINT debit_payments_note_fkey REFERENCES debit_notes,
        paid_on date NOT NULL,
        reference text NOT NULL CONSTRAINT debit_payments_reference CHECK (length(reference) BETWEEN 1 AND 120),
        part_id bigint CONSTRAINT debit_payments_part_once UNIQUE CONSTRAINT debit_payments_part_fkey REFERENCES bank_parts,
        recorded_by bigint NOT NULL CONSTRAINT debit_payments_recorded_by_fkey REFERENCES users,
        recorded_at timestamptz NOT NULL
      );
      CREATE TRIGGER debit_payments_append_only BEFORE UPDATE OR DELETE ON debit_payments
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER debit_payments_keep BEFORE TRUNCATE ON debit_payments EXECUTE FUNCTION refuse_change();
      -- An association reads that its own note is paid.
      ALTER TABLE debit_payments ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON debit_payments FOR SELECT TO reversement_portal
        USING (EXISTS (SELECT FROM statements s WHERE s.id = statement_id));
      GRANT SELECT (statement_id, paid_on) ON debit_payments TO reversement_portal;
      ALTER TABLE bank_items DROP CONSTRAINT bank_items_resolution, DROP CONSTRAINT bank_items_receipt,
        ADD CONSTRAINT bank_items_resolution CHECK (resolution IN ('matched', 'offset', 'receipt', 'debt', 'dismissed')),
        ADD CONSTRAINT bank_items_receipt CHECK (resolution NOT IN ('receipt', 'debt') OR part_id IS NOT NULL);
      CREATE TRIGGER bank_items_repaid BEFORE UPDATE OR DELETE ON bank_items
        FOR EACH ROW WHEN (OLD.resolution = 'debt') EXECUTE FUNCTION refuse_change();

      -- Both have their entry, once.
      ALTER TABLE journal_entries DROP CONSTRAINT journal_entries_kind_check, DROP CONSTRAINT journal_entries_subject,
        ADD CONSTRAINT journal_entries_kind_check CHECK (kind IN ('statement_issue', 'transfer_execution',
          'transfer_return', 'funder_receipt', 'receipt_reversal', 'debit_payment')),
        ADD CONSTRAINT journal_entries_subject CHECK ((receipt_id IS NOT NULL) = (kind IN ('funder_receipt', 'receipt_reversal'))
          AND (statement_id IS NULL) = (kind IN ('funder_receipt', 'receipt_reversal')));
      DROP INDEX journal_entries_receipt_once;
      CREATE UNIQUE INDEX journal_entries_receipt_once ON journal_entries (receipt_id, kind) WHERE receipt_id IS NOT NULL;
      CREATE UNIQUE INDEX journal_entries_debt_once ON journal_entries (statement_id) WHERE kind = 'debit_payment';

      -- At the end of the transaction a posted instalment that is reversed has its reversal, and holds no line of the bank.
      CREATE OR REPLACE FUNCTION check_receipt_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.reversed_at IS NOT NULL AND ((SELECT count(DISTINCT kind) FROM journal_entries WHERE receipt_id = NEW.id) = 1
          OR EXISTS (SELECT 1 FROM receipt_matches WHERE receipt_id = NEW.id AND released_at IS NULL)) THEN
          RAISE EXCEPTION 'Le versement % est contre-passé à moitié.', NEW.reference USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER funder_receipts_reversed_whole AFTER UPDATE ON funder_receipts
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_receipt_reversal();
      CREATE OR REPLACE FUNCTION check_debit_payment() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE owed bigint;
      BEGIN
        SELECT amount_cents INTO owed FROM debit_notes WHERE statement_id = NEW.statement_id;
        IF owed IS DISTINCT FROM (SELECT sum(p.credit_cents) FROM journal_entries e JOIN journal_postings p ON p.entry_id = e.id
            WHERE e.statement_id = NEW.statement_id AND e.kind = 'debit_payment')
          OR (NEW.part_id IS NOT NULL
            AND owed IS DISTINCT FROM (SELECT amount_cents FROM bank_parts WHERE id = NEW.part_id)) THEN
          RAISE EXCEPTION 'Le paiement d’une note de débit est son montant, à la banque et dans les livres.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER debit_payments_whole AFTER INSERT ON debit_payments
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_debit_payment();

      COMMENT ON COLUMN funder_receipts.reversed_at IS 'Date et heure de sa contre-passation\u00a0; vide s’il compte toujours.';
      COMMENT ON COLUMN funder_receipts.reversed_by IS 'Qui l’a contre-passé.';
      COMMENT ON COLUMN funder_receipts.reversal_reason IS 'Pourquoi il l’est.';
      COMMENT ON COLUMN receipt_matches.released_at IS 'Quand la ligne de banque a été rouverte, son versement étant contre-passé.';
      COMMENT ON VIEW living_receipts IS 'Versements reçus qui comptent\u00a0: ceux qu’aucune contre-passation n’annule.';
      COMMENT ON TABLE debit_payments IS 'Notes de débit que des associations ont payées.';
      COMMENT ON COLUMN debit_payments.statement_id IS 'Relevé dont la note réclame le solde.';
      COMMENT ON COLUMN debit_payments.paid_on IS 'Jour du crédit sur le compte.';
      COMMENT ON COLUMN debit_payments.reference IS 'Référence du relevé de banque.';
      COMMENT ON COLUMN debit_payments.part_id IS 'Ligne de banque, si une réponse de la banque la dit.';
      COMMENT ON COLUMN debit_payments.recorded_by IS 'Qui l’a enregistré.';
      COMMENT ON COLUMN debit_payments.recorded_at IS 'Date et heure.';
    `)
  }
}
