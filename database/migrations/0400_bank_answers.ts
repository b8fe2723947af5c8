import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- The bank's account in the books is the accountant's choice: no default is presented as the rule.
      ALTER TABLE settings
        ADD bank_journal_code text, ADD bank_journal_label text,
        ADD bank_account_code text CONSTRAINT settings_bank_account_code CHECK (bank_account_code ~ '^[0-9]{3,}$'),
        ADD bank_account_label text,
        ADD payee_policy jsonb NOT NULL DEFAULT '{"RVMC": "confirm", "RVNM": "block", "RVNA": "accept"}',
        ADD CONSTRAINT settings_bank_ledger
          CHECK (num_nulls(bank_journal_code, bank_journal_label, bank_account_code, bank_account_label) IN (0, 4));

      -- What the bank sent, kept as it was received. The same file twice changes nothing.
      CREATE TABLE bank_files (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        sha256 bytea NOT NULL UNIQUE CHECK (octet_length(sha256) = 32),
        file_key text NOT NULL UNIQUE,
        file_name text NOT NULL CHECK (file_name <> ''),
        size_bytes integer NOT NULL CHECK (size_bytes > 0),
        format text NOT NULL CONSTRAINT bank_files_format CHECK (format IN ('pain.002', 'camt.053', 'camt.054', 'cfonb120')),
        kind text NOT NULL CONSTRAINT bank_files_kind
          CHECK (kind IN ('payee_check', 'payment_status', 'statement', 'notification')),
        version text NOT NULL,
        message_id text,
        original_message_id text,
        notices text[] NOT NULL DEFAULT '{}',
        -- Lines that the bank announces and has not booked: they are not money yet.
        announced integer NOT NULL DEFAULT 0 CHECK (announced >= 0),
        -- Lines that an earlier file told already: statements overlap.
        known integer NOT NULL DEFAULT 0 CHECK (known >= 0),
        imported_by bigint NOT NULL REFERENCES users,
        imported_at timestamptz NOT NULL
      );

      -- A line of the account, signed: a credit is positive.
      CREATE TABLE bank_movements (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        bank_file_id bigint NOT NULL REFERENCES bank_files,
        position integer NOT NULL CHECK (position > 0),
        account_index bytea NOT NULL CHECK (octet_length(account_index) = 32),
        account_label text NOT NULL,
        fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
        bank_reference text,
        booked_on date NOT NULL,
        value_on date,
        amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
        currency text NOT NULL CHECK (length(currency) = 3),
        code text NOT NULL,
        label text,
        CONSTRAINT bank_movements_once UNIQUE (account_index, fingerprint)
      );
      CREATE INDEX bank_movements_file ON bank_movements (bank_file_id);

      -- What a line is made of: one transfer, a whole lot, or what nobody asked for. This is what is matched.
      CREATE TABLE bank_parts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        movement_id bigint NOT NULL REFERENCES bank_movements,
        position integer NOT NULL CHECK (position > 0),
        amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
        end_to_end_id text,
        lot_id text,
        other_references text[] NOT NULL DEFAULT '{}',
        returned boolean NOT NULL DEFAULT false,
        reason_code text,
        reason_text text,
        counterparty text,
        counterparty_index bytea,
        counterparty_last4 text,
        label text,
        CONSTRAINT bank_parts_position UNIQUE (movement_id, position)
      );

      -- What a pain.002 says of an order, of a lot, of a transfer, or of a payee.
      CREATE TABLE bank_statuses (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        bank_file_id bigint NOT NULL REFERENCES bank_files,
        position integer NOT NULL CHECK (position > 0),
        level text NOT NULL CONSTRAINT bank_statuses_level CHECK (level IN ('order', 'lot', 'transfer', 'check')),
        status text NOT NULL CHECK (status <> ''),
        order_id text,
        lot_id text,
        end_to_end_id text,
        instruction_id text,
        amount_cents bigint,
        currency text,
        transfer_count integer,
        said_on date NOT NULL,
        reason_code text,
        reason_text text,
        iban_index bytea,
        known_name text,
        CONSTRAINT bank_statuses_position UNIQUE (bank_file_id, position)
      );

      -- The life of a transfer: a state is a row, with what proves it, and comes once.
      CREATE TABLE transfer_moves (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        transfer_id bigint NOT NULL REFERENCES transfers,
        state text NOT NULL CONSTRAINT transfer_moves_state CHECK (state IN ('accepted', 'executed', 'rejected', 'returned')),
        moved_on date NOT NULL,
        part_id bigint REFERENCES bank_parts,
        status_id bigint REFERENCES bank_statuses,
        matched text NOT NULL CONSTRAINT transfer_moves_matched CHECK (matched IN ('reference', 'lot', 'person')),
        reason_code text,
        reason_text text,
        moved_by bigint NOT NULL REFERENCES users,
        moved_at timestamptz NOT NULL,
        CONSTRAINT transfer_moves_once UNIQUE (transfer_id, state),
        CONSTRAINT transfer_moves_proved CHECK (num_nonnulls(part_id, status_id) = 1),
        -- Only money that moved proves that money moved.
        CONSTRAINT transfer_moves_money CHECK ((part_id IS NOT NULL) = (state IN ('executed', 'returned')))
      );
      CREATE INDEX transfer_moves_part ON transfer_moves (part_id, id) WHERE part_id IS NOT NULL;

      -- What matches nothing, or not to the cent: it waits for somebody, with its reason.
      CREATE TABLE bank_items (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        part_id bigint UNIQUE REFERENCES bank_parts,
        status_id bigint UNIQUE REFERENCES bank_statuses,
        code text NOT NULL CHECK (code <> ''),
        message text NOT NULL CHECK (message <> ''),
        remedy text NOT NULL CHECK (remedy <> ''),
        resolution text CONSTRAINT bank_items_resolution CHECK (resolution IN ('matched', 'offset', 'receipt', 'dismissed')),
        -- A credit that gives back a part of this debit: rejected transfers of a lot debited whole.
        offset_of bigint REFERENCES bank_parts,
        resolution_reason text CONSTRAINT bank_items_reason CHECK (resolution_reason <> ''),
        resolved_by bigint REFERENCES users,
        resolved_at timestamptz,
        CONSTRAINT bank_items_of_one CHECK (num_nonnulls(part_id, status_id) = 1),
        CONSTRAINT bank_items_resolved CHECK (num_nulls(resolution, resolved_by, resolved_at) IN (0, 3)),
        CONSTRAINT bank_items_dismissed CHECK (resolution <> 'dismissed' OR resolution_reason IS NOT NULL),
        CONSTRAINT bank_items_receipt CHECK (resolution <> 'receipt' OR part_id IS NOT NULL),
        CONSTRAINT bank_items_offset CHECK ((offset_of IS NOT NULL) = coalesce(resolution = 'offset', false))
      );
      CREATE INDEX bank_items_open ON bank_items (id) WHERE resolution IS NULL;

      -- Verification of payee: what the bank of an account answered, and what was decided of it. An account never
      -- changes once approved, so a new name or a new IBAN starts without any.
      CREATE TABLE payee_checks (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        status_id bigint NOT NULL REFERENCES bank_statuses,
        bank_account_id bigint NOT NULL REFERENCES bank_accounts,
        transfer_id bigint REFERENCES transfers,
        result text NOT NULL CHECK (result <> ''),
        known_name text,
        checked_at timestamptz NOT NULL,
        CONSTRAINT payee_checks_once UNIQUE NULLS NOT DISTINCT (status_id, bank_account_id, transfer_id)
      );
      CREATE INDEX payee_checks_account ON payee_checks (bank_account_id);
      CREATE TABLE payee_decisions (
        check_id bigint PRIMARY KEY REFERENCES payee_checks,
        reason text NOT NULL CONSTRAINT payee_decisions_reason CHECK (reason <> ''),
        decided_by bigint NOT NULL REFERENCES users,
        decided_at timestamptz NOT NULL
      );
      CREATE OR REPLACE FUNCTION check_payee_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM payee_checks p JOIN bank_accounts b ON b.id = p.bank_account_id
            WHERE p.id = NEW.check_id AND b.proposed_by = NEW.decided_by) THEN
          RAISE EXCEPTION 'On ne confirme pas le titulaire d’un compte que l’on a proposé.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER payee_decisions_by_another BEFORE INSERT ON payee_decisions
        FOR EACH ROW EXECUTE FUNCTION check_payee_decision();

      ${['bank_files', 'bank_movements', 'bank_parts', 'bank_statuses', 'transfer_moves', 'payee_checks', 'payee_decisions'].map(appendOnly).join('\n')}
      CREATE TRIGGER bank_items_keep BEFORE TRUNCATE ON bank_items EXECUTE FUNCTION refuse_change();

      -- An item is resolved, or what was only set aside is taken back. What moved money is not undone here.
      CREATE OR REPLACE FUNCTION freeze_bank_item() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.resolution IN ('matched', 'offset', 'receipt')
          OR (OLD.resolution IS NOT NULL AND NEW.resolution IS NOT NULL)
          OR (OLD.id, OLD.part_id, OLD.status_id) IS DISTINCT FROM (NEW.id, NEW.part_id, NEW.status_id) THEN
          RAISE EXCEPTION 'Un suspens rapproché ne se modifie plus.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER bank_items_frozen BEFORE UPDATE OR DELETE ON bank_items
        FOR EACH ROW EXECUTE FUNCTION freeze_bank_item();

      -- A transfer begins issued, and moves along its arrows, each move told by a row.
      CREATE OR REPLACE FUNCTION check_transfer_state() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.state <> 'issued' THEN
            RAISE EXCEPTION 'Le virement % commence à son émission.', NEW.end_to_end_id USING ERRCODE = 'check_violation';
          END IF;
        ELSIF NEW.state <> OLD.state AND (NOT (OLD.state, NEW.state) IN (('issued', 'accepted'), ('issued', 'executed'),
            ('issued', 'rejected'), ('accepted', 'executed'), ('accepted', 'rejected'), ('executed', 'returned'))
          OR NOT EXISTS (SELECT 1 FROM transfer_moves WHERE transfer_id = NEW.id AND state = NEW.state)) THEN
          RAISE EXCEPTION 'Le virement % ne passe pas de « % » à « % ».', NEW.end_to_end_id, OLD.state, NEW.state
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfers_moved BEFORE INSERT OR UPDATE ON transfers
        FOR EACH ROW EXECUTE FUNCTION check_transfer_state();
      CREATE OR REPLACE FUNCTION move_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE transfers SET state = NEW.state WHERE id = NEW.transfer_id AND state <> NEW.state;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'Le virement % est déjà « % ».', NEW.transfer_id, NEW.state USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER transfer_moves_applied AFTER INSERT ON transfer_moves
        FOR EACH ROW EXECUTE FUNCTION move_transfer();

      -- At the end of the transaction money that moved is in the books, and a line of the bank pays what it says.
      CREATE OR REPLACE FUNCTION check_transfer_move() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE moved bigint; line bigint;
      BEGIN
        IF NEW.part_id IS NULL THEN RETURN NULL; END IF;
        IF NOT EXISTS (SELECT 1 FROM journal_entries WHERE transfer_id = NEW.transfer_id
          AND kind = CASE NEW.state WHEN 'executed' THEN 'transfer_execution' ELSE 'transfer_return' END) THEN
          RAISE EXCEPTION 'Le virement % n’a pas son écriture.', NEW.transfer_id USING ERRCODE = 'check_violation';
        END IF;
        -- The last of the part sums for all: a lot of a thousand transfers is added up once.
        IF NEW.id <> (SELECT max(id) FROM transfer_moves WHERE part_id = NEW.part_id) THEN RETURN NULL; END IF;
        SELECT amount_cents + coalesce((SELECT sum(o.amount_cents) FROM bank_items i JOIN bank_parts o ON o.id = i.part_id
          WHERE i.offset_of = NEW.part_id), 0) INTO line FROM bank_parts WHERE id = NEW.part_id;
        SELECT sum(CASE m.state WHEN 'executed' THEN -t.amount_cents ELSE t.amount_cents END) INTO moved
          FROM transfer_moves m JOIN transfers t ON t.id = m.transfer_id WHERE m.part_id = NEW.part_id;
        IF moved IS DISTINCT FROM line THEN
          RAISE EXCEPTION 'La ligne de banque % ne fait pas la somme de ses virements.', NEW.part_id
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER transfer_moves_booked AFTER INSERT ON transfer_moves
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_transfer_move();

      -- Money that moves has its entry, once; it follows the entry of its statement.
      ALTER TABLE journal_entries
        ADD transfer_id bigint CONSTRAINT journal_entries_transfer_id_fkey REFERENCES transfers,
        DROP CONSTRAINT journal_entries_kind_check,
        DROP CONSTRAINT journal_entries_once,
        ADD CONSTRAINT journal_entries_kind_check
          CHECK (kind IN ('statement_issue', 'transfer_execution', 'transfer_return')),
        ADD CONSTRAINT journal_entries_of_transfer
          CHECK ((transfer_id IS NOT NULL) = (kind IN ('transfer_execution', 'transfer_return')));
      CREATE UNIQUE INDEX journal_entries_once ON journal_entries (statement_id) WHERE kind = 'statement_issue';
      CREATE UNIQUE INDEX journal_entries_once_a_transfer ON journal_entries (transfer_id, kind)
        WHERE transfer_id IS NOT NULL;
      CREATE INDEX journal_entries_statement ON journal_entries (statement_id);

      -- An association reads what became of its own transfers, and why.
      ALTER TABLE transfer_moves ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON transfer_moves FOR SELECT TO reversement_portal
        USING (EXISTS (SELECT FROM transfers t WHERE t.id = transfer_id));
      GRANT SELECT (id, transfer_id, state, moved_on, reason_code, reason_text) ON transfer_moves TO reversement_portal;
    `)
  }
}

function appendOnly(table: string): string {
  return `
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER ${table}_keep BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change();`
}
