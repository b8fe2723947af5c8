import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TABLE transfer_orders (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        message_id text NOT NULL UNIQUE CHECK (length(message_id) BETWEEN 1 AND 35),
        execution_date date NOT NULL,
        transfer_count integer NOT NULL CHECK (transfer_count > 0),
        total_cents bigint NOT NULL CHECK (total_cents > 0),
        file_key text NOT NULL UNIQUE,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
        created_by bigint NOT NULL REFERENCES users,
        created_at timestamptz NOT NULL
      );
      CREATE TRIGGER transfer_orders_append_only BEFORE UPDATE OR DELETE ON transfer_orders
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER transfer_orders_keep BEFORE TRUNCATE ON transfer_orders EXECUTE FUNCTION refuse_change();

      CREATE TABLE transfers (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        transfer_order_id bigint NOT NULL REFERENCES transfer_orders,
        statement_id bigint NOT NULL REFERENCES statements,
        bank_account_id bigint NOT NULL REFERENCES bank_accounts,
        end_to_end_id text NOT NULL UNIQUE CHECK (length(end_to_end_id) BETWEEN 1 AND 35),
        instruction_id text NOT NULL UNIQUE CHECK (length(instruction_id) BETWEEN 1 AND 35),
        amount_cents bigint NOT NULL CHECK (amount_cents BETWEEN 1 AND 99999999999),
        state text NOT NULL DEFAULT 'issued' CHECK (state IN ('issued', 'accepted', 'executed', 'rejected', 'returned'))
      );
      -- A statement has one living transfer; a rejected or returned one may be issued again.
      CREATE UNIQUE INDEX transfers_one_living ON transfers (statement_id) WHERE state NOT IN ('rejected', 'returned');

      CREATE OR REPLACE FUNCTION check_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE statement record;
      BEGIN
        SELECT * INTO statement FROM statements WHERE id = NEW.statement_id;
        IF statement.payable_cents <> NEW.amount_cents OR NOT EXISTS (SELECT 1 FROM bank_accounts
          WHERE id = NEW.bank_account_id AND association_id = statement.association_id AND approved_at IS NOT NULL) THEN
          RAISE EXCEPTION 'Le virement % n’est pas celui de son relevé.', NEW.end_to_end_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfers_equal_statement BEFORE INSERT ON transfers
        FOR EACH ROW EXECUTE FUNCTION check_transfer();

      CREATE OR REPLACE FUNCTION freeze_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR (OLD.transfer_order_id, OLD.statement_id, OLD.bank_account_id, OLD.end_to_end_id,
            OLD.instruction_id, OLD.amount_cents) IS DISTINCT FROM (NEW.transfer_order_id, NEW.statement_id,
            NEW.bank_account_id, NEW.end_to_end_id, NEW.instruction_id, NEW.amount_cents) THEN
          RAISE EXCEPTION 'Un virement émis ne se modifie pas.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfers_frozen BEFORE UPDATE OR DELETE ON transfers
        FOR EACH ROW EXECUTE FUNCTION freeze_transfer();
      CREATE TRIGGER transfers_keep BEFORE TRUNCATE ON transfers EXECUTE FUNCTION refuse_change();

      -- At the end of the transaction an order equals its transfers: those it was made with, and no later one.
      CREATE OR REPLACE FUNCTION check_transfer_order() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE wanted bigint; asked record; sums record;
      BEGIN
        IF TG_TABLE_NAME = 'transfers' THEN wanted := NEW.transfer_order_id;
        ELSE wanted := NEW.id;
        END IF;
        SELECT * INTO asked FROM transfer_orders WHERE id = wanted;
        SELECT count(*) AS n, coalesce(sum(amount_cents), 0) AS total INTO sums
          FROM transfers WHERE transfer_order_id = wanted;
        IF sums.n <> asked.transfer_count OR sums.total <> asked.total_cents THEN
          RAISE EXCEPTION 'L’ordre % n’est pas la somme de ses virements.', asked.message_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER transfer_orders_equal_transfers AFTER INSERT ON transfer_orders
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_transfer_order();
      CREATE CONSTRAINT TRIGGER transfers_equal_order AFTER INSERT ON transfers
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_transfer_order();
    `)
  }
}
