import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- What moves in a published thing is its end only.
      CREATE OR REPLACE FUNCTION refuse_change_but_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(OLD) - TG_ARGV <> to_jsonb(NEW) - TG_ARGV
          OR to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL THEN
          RAISE EXCEPTION 'Ce qui est publié dans % ne se modifie plus.', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- A « Lettre aux associations » or a « fiche technique », for all or for those who work under a convention.
      CREATE TABLE letters (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CONSTRAINT letters_kind CHECK (kind IN ('letter', 'sheet')),
        title text NOT NULL CONSTRAINT letters_title CHECK (length(title) BETWEEN 1 AND 160),
        summary text NOT NULL CONSTRAINT letters_summary CHECK (length(summary) <= 2000),
        convention_id bigint REFERENCES conventions,
        file_key text NOT NULL UNIQUE,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
        file_name text NOT NULL CHECK (file_name <> ''),
        media_type text NOT NULL CONSTRAINT letters_pdf CHECK (media_type = 'application/pdf'),
        size_bytes integer NOT NULL CHECK (size_bytes > 0),
        published_by bigint NOT NULL REFERENCES users,
        published_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        withdrawn_by bigint REFERENCES users,
        CONSTRAINT letters_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
      );
      CREATE TRIGGER letters_frozen BEFORE UPDATE ON letters
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('withdrawn_at', 'withdrawn_by');

      CREATE TABLE letter_readings (
        letter_id bigint NOT NULL REFERENCES letters,
        user_id bigint NOT NULL REFERENCES users,
        association_id bigint NOT NULL REFERENCES associations,
        read_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (letter_id, user_id)
      );
      CREATE TRIGGER letter_readings_append_only BEFORE UPDATE OR DELETE ON letter_readings
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- A webinar: its seats are numbered, so that one too many has no number to take.
      CREATE TABLE meetings (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        title text NOT NULL CONSTRAINT meetings_title CHECK (length(title) BETWEEN 1 AND 160),
        details text NOT NULL CONSTRAINT meetings_details CHECK (length(details) <= 2000),
        link text CONSTRAINT meetings_link CHECK (link LIKE 'https://%' AND length(link) <= 500),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        seats integer NOT NULL CONSTRAINT meetings_seats CHECK (seats BETWEEN 1 AND 10000),
        created_by bigint NOT NULL REFERENCES users,
        created_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        closed_by bigint REFERENCES users,
        CONSTRAINT meetings_lasts CHECK (ends_at > starts_at),
        CONSTRAINT meetings_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL))
      );
      CREATE TRIGGER meetings_frozen BEFORE UPDATE ON meetings
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('closed_at', 'closed_by');

      -- Seated with a number, waiting without, or cancelled.
      CREATE TABLE meeting_registrations (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        meeting_id bigint NOT NULL REFERENCES meetings,
        association_id bigint NOT NULL REFERENCES associations,
        user_id bigint NOT NULL REFERENCES users,
        seat integer CONSTRAINT meeting_registrations_seat CHECK (seat > 0),
        registered_at timestamptz NOT NULL DEFAULT now(),
        cancelled_at timestamptz,
        CONSTRAINT meeting_registrations_one_a_seat UNIQUE (meeting_id, seat),
        CONSTRAINT meeting_registrations_cancelled CHECK (cancelled_at IS NULL OR seat IS NULL)
      );
      CREATE UNIQUE INDEX meeting_registrations_live ON meeting_registrations (meeting_id, user_id)
        WHERE cancelled_at IS NULL;
      CREATE OR REPLACE FUNCTION check_meeting_seat() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.seat > (SELECT seats FROM meetings WHERE id = NEW.meeting_id) THEN
          RAISE EXCEPTION 'Ce rendez-vous n’a pas de place n° %.', NEW.seat USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER meeting_registrations_limit BEFORE INSERT OR UPDATE ON meeting_registrations
        FOR EACH ROW EXECUTE FUNCTION check_meeting_seat();

      -- Awareness actions: what associations did beside mayors under AMF-2021, in codes.
      CREATE TABLE action_kinds (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE CONSTRAINT action_kinds_code CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$'),
        label text NOT NULL CONSTRAINT action_kinds_label CHECK (length(label) BETWEEN 1 AND 80),
        retired_at timestamptz
      );
      INSERT INTO action_kinds (code, label) VALUES
        ('reunion_elus', 'Réunion d’information d’élus'), ('formation', 'Formation d’élus ou d’agents'),
        ('congres', 'Congrès ou salon des maires'), ('documents', 'Remise de documents'), ('autre', 'Autre action');
      CREATE TABLE awareness_actions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        association_id bigint NOT NULL REFERENCES associations,
        convention_id bigint NOT NULL REFERENCES conventions,
        held_on date NOT NULL CONSTRAINT awareness_actions_held_on CHECK (held_on >= '2000-01-01'),
        department text NOT NULL REFERENCES departments,
        kind text NOT NULL REFERENCES action_kinds (code),
        label text NOT NULL CONSTRAINT awareness_actions_label CHECK (length(label) <= 80),
        participants integer NOT NULL CONSTRAINT awareness_actions_participants CHECK (participants BETWEEN 0 AND 100000),
        with_amf boolean NOT NULL,
        declared_by bigint NOT NULL REFERENCES users,
        declared_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        withdrawn_by bigint REFERENCES users,
        CONSTRAINT awareness_actions_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
      );
      CREATE INDEX awareness_actions_association ON awareness_actions (association_id);
      CREATE TRIGGER awareness_actions_frozen BEFORE UPDATE ON awareness_actions
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end('withdrawn_at', 'withdrawn_by');

      -- What lets the software of an association in. Only the hash of the token is kept.
      CREATE TABLE api_tokens (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        association_id bigint NOT NULL REFERENCES associations,
        label text NOT NULL CONSTRAINT api_tokens_label CHECK (length(label) BETWEEN 1 AND 60),
        prefix text NOT NULL,
        token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
        created_by bigint NOT NULL REFERENCES users,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        revoked_at timestamptz,
        revoked_by bigint REFERENCES users,
        CONSTRAINT api_tokens_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      CREATE INDEX api_tokens_association ON api_tokens (association_id);

      -- What was answered to a request that must have one effect only: the same key has the same answer.
      CREATE TABLE api_requests (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        association_id bigint NOT NULL REFERENCES associations,
        key text NOT NULL CONSTRAINT api_requests_key CHECK (length(key) BETWEEN 8 AND 64),
        body_hash bytea NOT NULL CHECK (octet_length(body_hash) = 32),
        status smallint NOT NULL CONSTRAINT api_requests_status CHECK (status BETWEEN 100 AND 599),
        -- json, not jsonb: what is given again is the same to the letter.
        answer json NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT api_requests_once UNIQUE (association_id, key)
      );

      -- The wall of the portal.
      ${wall('letters', 'withdrawn_at IS NULL AND (convention_id IS NULL OR EXISTS (SELECT FROM saisines s WHERE s.convention_id = letters.convention_id))', ['id', 'kind', 'title', 'summary', 'convention_id', 'file_key', 'sha256', 'file_name', 'media_type', 'size_bytes', 'published_at', 'withdrawn_at'])}
      ${wall('letter_readings', 'association_id = portal_association()')}
      ${wall('meetings', 'true', ['id', 'title', 'details', 'link', 'starts_at', 'ends_at', 'seats', 'created_at', 'closed_at'])}
      ${wall('meeting_registrations', 'association_id = portal_association()')}
      ${wall('action_kinds', 'true')}
      ${wall('awareness_actions', 'association_id = portal_association()')}
      ${wall('api_tokens', 'association_id = portal_association()', ['id', 'association_id', 'label', 'prefix', 'created_at', 'last_used_at', 'revoked_at'])}

      -- How many others came first, without saying who.
      CREATE OR REPLACE FUNCTION meeting_seated(meeting bigint) RETURNS bigint
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        RETURN (SELECT count(seat) FROM meeting_registrations WHERE meeting_id = meeting);
      CREATE OR REPLACE FUNCTION meeting_waiting_until(registration bigint) RETURNS bigint
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        RETURN (SELECT count(*) FROM meeting_registrations r
          JOIN meeting_registrations mine ON mine.meeting_id = r.meeting_id AND r.id <= mine.id
          WHERE mine.id = registration AND r.seat IS NULL AND r.cancelled_at IS NULL);
    `)
  }
}

function wall(table: string, mine: string, columns?: readonly string[]): string {
  const what = columns ? `SELECT (${columns.join(', ')})` : 'SELECT'
  return `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal ON ${table} FOR SELECT TO reversement_portal USING (${mine});
      GRANT ${what} ON ${table} TO reversement_portal;`
}
