import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- A match that a person made by mistake is taken back: what it moved leaves transfer_moves for undone_moves, so
      -- that the life of a transfer tells what happened, and nothing of the mistake is lost.
      CREATE TABLE match_undoings (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        item_id bigint NOT NULL CONSTRAINT match_undoings_item_fkey REFERENCES bank_items,
        reason text NOT NULL CONSTRAINT match_undoings_reason CHECK (length(reason) BETWEEN 1 AND 500),
        undone_by bigint NOT NULL CONSTRAINT match_undoings_undone_by_fkey REFERENCES users,
        undone_at timestamptz NOT NULL
      );
      CREATE INDEX match_undoings_of ON match_undoings (item_id);
      CREATE TABLE undone_moves (
        id bigint PRIMARY KEY,
        undoing_id bigint NOT NULL CONSTRAINT undone_moves_undoing_fkey REFERENCES match_undoings,
        transfer_id bigint NOT NULL CONSTRAINT undone_moves_transfer_fkey REFERENCES transfers,
        state text NOT NULL CONSTRAINT undone_moves_state CHECK (state IN ('executed', 'returned')),
        moved_on date NOT NULL,
        part_id bigint NOT NULL CONSTRAINT undone_moves_part_fkey REFERENCES bank_parts,
        matched text NOT NULL CONSTRAINT undone_moves_matched CHECK (matched = 'person'),
        reason_code text,
        reason_text text,
        moved_by bigint NOT NULL CONSTRAINT undone_moves_moved_by_fkey REFERENCES users,
        moved_at timestamptz NOT NULL
      );
      CREATE INDEX undone_moves_transfer ON undone_moves (transfer_id);
      ${['match_undoings', 'undone_moves'].map(appendOnly).join('\n')}

      -- Only the last move of a transfer leaves, and only for the table of those undone.
      CREATE OR REPLACE FUNCTION keep_transfer_move() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM undone_moves u
            WHERE (u.id, u.transfer_id, u.state, u.part_id, u.moved_by, u.moved_at)
              = (OLD.id, OLD.transfer_id, OLD.state, OLD.part_id, OLD.moved_by, OLD.moved_at))
          AND NOT EXISTS (SELECT 1 FROM transfer_moves WHERE transfer_id = OLD.transfer_id AND id > OLD.id) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'Les lignes de % ne se modifient ni ne s’effacent.', TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$;
      DROP TRIGGER transfer_moves_append_only ON transfer_moves;
      CREATE TRIGGER transfer_moves_append_only BEFORE UPDATE OR DELETE ON transfer_moves
        FOR EACH ROW EXECUTE FUNCTION keep_transfer_move();
      CREATE OR REPLACE FUNCTION unmove_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE transfers SET state = last_transfer_state(id) WHERE id = OLD.transfer_id;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION last_transfer_state(transfer bigint) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT coalesce((SELECT state FROM transfer_moves WHERE transfer_id = transfer ORDER BY id DESC LIMIT 1), 'issued')
      $$;
      CREATE TRIGGER transfer_moves_undone AFTER DELETE ON transfer_moves
        FOR EACH ROW EXECUTE FUNCTION unmove_transfer();

      -- A transfer moves along its arrows, or back to what its last move says once the next was undone.
      CREATE OR REPLACE FUNCTION check_transfer_state() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.state <> 'issued' THEN
            RAISE EXCEPTION 'Le virement % commence à son émission.', NEW.end_to_end_id USING ERRCODE = 'check_violation';
          END IF;
        ELSIF NEW.state <> OLD.state
          AND NOT ((OLD.state, NEW.state) IN (('issued', 'accepted'), ('issued', 'executed'), ('issued', 'rejected'),
              ('accepted', 'executed'), ('accepted', 'rejected'), ('executed', 'returned'))
            AND EXISTS (SELECT 1 FROM transfer_moves WHERE transfer_id = NEW.id AND state = NEW.state))
          AND NOT (NEW.state = last_transfer_state(NEW.id)
            AND EXISTS (SELECT 1 FROM undone_moves WHERE transfer_id = NEW.id AND state = OLD.state)) THEN
          RAISE EXCEPTION 'Le virement % ne passe pas de « % » à « % ».', NEW.end_to_end_id, OLD.state, NEW.state
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- What was matched by a person waits again once its moves are undone. What the bank proved does not.
      CREATE OR REPLACE FUNCTION freeze_bank_item() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.resolution IN ('offset', 'receipt')
          OR (OLD.resolution = 'matched' AND (EXISTS (SELECT 1 FROM transfer_moves WHERE part_id = OLD.part_id)
            OR NOT EXISTS (SELECT 1 FROM match_undoings WHERE item_id = OLD.id)))
          OR (OLD.resolution IS NOT NULL AND NEW.resolution IS NOT NULL)
          OR (OLD.id, OLD.part_id, OLD.status_id) IS DISTINCT FROM (NEW.id, NEW.part_id, NEW.status_id) THEN
          RAISE EXCEPTION 'Un suspens rapproché ne se modifie plus.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- An entry of a transfer is reversed by a new one of the same kind, its sides exchanged: sums by kind stay true.
      -- The attempt numbers the executions of a transfer that a mistake executed before.
      ALTER TABLE journal_entries
        ADD reverses_id bigint CONSTRAINT journal_entries_reverses_fkey REFERENCES journal_entries,
        ADD attempt integer NOT NULL DEFAULT 1 CONSTRAINT journal_entries_attempt CHECK (attempt > 0),
        ADD CONSTRAINT journal_entries_reversible CHECK (reverses_id IS NULL OR transfer_id IS NOT NULL);
      DROP INDEX journal_entries_once_a_transfer;
      CREATE UNIQUE INDEX journal_entries_once_a_transfer ON journal_entries (transfer_id, kind, attempt)
        WHERE transfer_id IS NOT NULL AND reverses_id IS NULL;
      CREATE UNIQUE INDEX journal_entries_reversed_once ON journal_entries (reverses_id) WHERE reverses_id IS NOT NULL;
      CREATE OR REPLACE FUNCTION number_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.transfer_id IS NOT NULL THEN
          SELECT 1 + count(*) INTO NEW.attempt FROM journal_entries
            WHERE transfer_id = NEW.transfer_id AND kind = NEW.kind AND reverses_id IS NOT NULL;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER journal_entries_attempted BEFORE INSERT ON journal_entries
        FOR EACH ROW EXECUTE FUNCTION number_attempt();
      CREATE OR REPLACE FUNCTION check_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM journal_entries e WHERE e.id = NEW.reverses_id AND (e.reverses_id IS NOT NULL
              OR (e.kind, e.transfer_id, e.statement_id) IS DISTINCT FROM (NEW.kind, NEW.transfer_id, NEW.statement_id)))
          OR EXISTS (SELECT 1 FROM
            (SELECT account, auxiliary, debit_cents, credit_cents FROM journal_postings WHERE entry_id = NEW.reverses_id) o
            FULL JOIN (SELECT account, auxiliary, debit_cents, credit_cents FROM journal_postings WHERE entry_id = NEW.id) r
              ON r.account = o.account AND r.auxiliary IS NOT DISTINCT FROM o.auxiliary
                AND r.debit_cents = o.credit_cents AND r.credit_cents = o.debit_cents
            WHERE o.account IS NULL OR r.account IS NULL) THEN
          RAISE EXCEPTION 'L’écriture % n’est pas l’inverse de l’écriture %.', NEW.id, NEW.reverses_id
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER journal_entries_reversal AFTER INSERT ON journal_entries
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION check_reversal();

      -- At the end of the transaction money that moved is in the books, and a line of the bank pays what it says.
      CREATE OR REPLACE FUNCTION check_transfer_move() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE moved bigint; line bigint;
      BEGIN
        IF NEW.part_id IS NULL THEN RETURN NULL; END IF;
        IF TG_TABLE_NAME = 'undone_moves' THEN
          IF EXISTS (SELECT 1 FROM transfer_moves WHERE id = NEW.id)
            OR (SELECT count(*) FROM undone_moves WHERE transfer_id = NEW.transfer_id AND state = NEW.state)
              <> (SELECT count(*) FROM journal_entries WHERE transfer_id = NEW.transfer_id AND reverses_id IS NOT NULL
                AND kind = CASE NEW.state WHEN 'executed' THEN 'transfer_execution' ELSE 'transfer_return' END) THEN
            RAISE EXCEPTION 'Le rapprochement défait du virement % n’a pas son écriture.', NEW.transfer_id
              USING ERRCODE = 'check_violation';
          END IF;
        ELSIF NOT EXISTS (SELECT 1 FROM transfer_moves WHERE id = NEW.id) THEN
          RETURN NULL;
        ELSIF NOT EXISTS (SELECT 1 FROM journal_entries e WHERE e.transfer_id = NEW.transfer_id
          AND e.kind = CASE NEW.state WHEN 'executed' THEN 'transfer_execution' ELSE 'transfer_return' END
          AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = e.id)) THEN
          RAISE EXCEPTION 'Le virement % n’a pas son écriture.', NEW.transfer_id USING ERRCODE = 'check_violation';
        END IF;
        -- The last of the part sums for all: a lot of a thousand transfers is added up once.
        IF NEW.id < (SELECT max(id) FROM transfer_moves WHERE part_id = NEW.part_id) AND TG_TABLE_NAME = 'transfer_moves'
          THEN RETURN NULL; END IF;
        SELECT amount_cents + coalesce((SELECT sum(o.amount_cents) FROM bank_items i JOIN bank_parts o ON o.id = i.part_id
          WHERE i.offset_of = NEW.part_id), 0) INTO line FROM bank_parts WHERE id = NEW.part_id;
        SELECT sum(CASE m.state WHEN 'executed' THEN -t.amount_cents ELSE t.amount_cents END) INTO moved
          FROM transfer_moves m JOIN transfers t ON t.id = m.transfer_id WHERE m.part_id = NEW.part_id;
        IF moved IS DISTINCT FROM line AND (moved IS NOT NULL OR TG_TABLE_NAME = 'transfer_moves') THEN
          RAISE EXCEPTION 'La ligne de banque % ne fait pas la somme de ses virements.', NEW.part_id
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER undone_moves_reversed AFTER INSERT ON undone_moves
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_transfer_move();

      -- An association knows whether its own transfer was refused, or its whole order.
      GRANT SELECT (matched) ON transfer_moves TO reversement_portal;

      COMMENT ON TABLE match_undoings IS 'Rapprochements d’un suspens et de virements, faits par une personne, puis défaits.';
      COMMENT ON COLUMN match_undoings.id IS 'Numéro.';
      COMMENT ON COLUMN match_undoings.item_id IS 'Suspens dont le rapprochement est défait.';
      COMMENT ON COLUMN match_undoings.reason IS 'Pourquoi il l’est.';
      COMMENT ON COLUMN match_undoings.undone_by IS 'Qui l’a défait.';
      COMMENT ON COLUMN match_undoings.undone_at IS 'Date et heure.';
      COMMENT ON TABLE undone_moves IS 'Ce qu’un rapprochement défait avait fait de chaque virement.';
      COMMENT ON COLUMN undone_moves.id IS 'Numéro qu’avait ce changement d’état.';
      COMMENT ON COLUMN undone_moves.undoing_id IS 'Ce qui l’a défait.';
      COMMENT ON COLUMN undone_moves.transfer_id IS 'Virement.';
      COMMENT ON COLUMN undone_moves.state IS 'État qui lui était donné\u00a0: exécuté ou retourné.';
      COMMENT ON COLUMN undone_moves.moved_on IS 'Jour qui lui était donné.';
      COMMENT ON COLUMN undone_moves.part_id IS 'Ligne de la banque qui en était la preuve.';
      COMMENT ON COLUMN undone_moves.matched IS 'Toujours une personne\u00a0: ce que la banque prouve ne se défait pas.';
      COMMENT ON COLUMN undone_moves.reason_code IS 'Code du motif de la banque.';
      COMMENT ON COLUMN undone_moves.reason_text IS 'Motif dans les mots de la banque.';
      COMMENT ON COLUMN undone_moves.moved_by IS 'Qui avait rapproché.';
      COMMENT ON COLUMN undone_moves.moved_at IS 'Date et heure du rapprochement.';
      COMMENT ON COLUMN journal_entries.reverses_id IS 'Écriture que celle-ci contre-passe.';
      COMMENT ON COLUMN journal_entries.attempt IS 'Rang de l’exécution ou du retour d’un même virement\u00a0: deux après une contre-passation.';
    `)
  }
}

function appendOnly(table: string): string {
  return `
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER ${table}_keep BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change();`
}
