-- The tables of the house. Applied once, in one transaction, by palabre.store.migrate, under the owner's role.
-- Django's own tables (person, sessions, sign-in) exist before: desk migrations run first.
-- Every table that has a workspace_id is protected by row-level security (0002_isolation.sql).

-- ---------------------------------------------------------------- people and places
CREATE TABLE workspace (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    language    text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    timezone    text NOT NULL DEFAULT 'Europe/Paris',
    keep_days   integer CHECK (keep_days > 0),              -- null: kept for ever
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE member (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    person_id    bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    role         text NOT NULL CHECK (role IN ('owner', 'lead', 'moderator', 'analyst', 'client')),
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace_id, person_id)
);
CREATE INDEX member_person ON member (person_id);

CREATE TABLE invitation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    email        text NOT NULL,
    role         text NOT NULL CHECK (role IN ('owner', 'lead', 'moderator', 'analyst', 'client')),
    token_hash   text NOT NULL UNIQUE,                      -- sha256 of the token in the link, never the token
    invited_by   bigint REFERENCES person ON DELETE SET NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    accepted_at  timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX invitation_workspace ON invitation (workspace_id, created_at);

CREATE TABLE api_token (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    person_id    bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    token_hash   text NOT NULL UNIQUE,
    scopes       text[] NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX api_token_workspace ON api_token (workspace_id);

-- ---------------------------------------------------------------- sources
CREATE TABLE source (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    public_id    uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),   -- stands in a webhook's address
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    connector    text NOT NULL,
    network      text NOT NULL DEFAULT '',
    settings     jsonb NOT NULL DEFAULT '{}',
    secrets      bytea,                                     -- encrypted JSON (palabre.store.secrets)
    state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'done')),
    moderated    boolean NOT NULL DEFAULT true,             -- its messages stand in the queue; else only watched
    created_by   bigint REFERENCES person ON DELETE SET NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    removed_at   timestamptz
);
CREATE INDEX source_workspace ON source (workspace_id);

-- What changes with each delivery, apart from what people edit, so that neither waits for the other.
CREATE TABLE source_health (
    source_id        bigint PRIMARY KEY REFERENCES source ON DELETE CASCADE,
    workspace_id     bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    cursor           jsonb NOT NULL DEFAULT '{}',
    next_run_at      timestamptz NOT NULL DEFAULT now(),
    leased_until     timestamptz,                           -- a collector holds it until then
    leased_by        text,
    last_success_at  timestamptz,
    last_received_at timestamptz,                           -- last delivery that held a message
    last_published   timestamptz,                           -- newest message's own time
    received         bigint NOT NULL DEFAULT 0,             -- messages accepted, known ones included
    error_class      text,                                  -- null: the last run went well
    error_text       text,
    error_at         timestamptz,
    error_streak     integer NOT NULL DEFAULT 0
);
CREATE INDEX source_health_next ON source_health (next_run_at);

CREATE TABLE gap (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    source_id    bigint NOT NULL REFERENCES source ON DELETE CASCADE,
    started      timestamptz NOT NULL,
    ended        timestamptz NOT NULL CHECK (ended >= started),
    reason       text NOT NULL
);
CREATE INDEX gap_source ON gap (source_id, started);

CREATE TABLE set_aside (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    source_id    bigint NOT NULL REFERENCES source ON DELETE CASCADE,
    at           timestamptz NOT NULL DEFAULT now(),
    place        text NOT NULL DEFAULT '',                  -- line 12, messages[3], uid 41 …
    error        text NOT NULL,
    payload      text NOT NULL DEFAULT '',                  -- what could not be taken, bounded
    retryable    boolean NOT NULL DEFAULT false,            -- payload is a message in our own form
    tried        integer NOT NULL DEFAULT 1,
    resolved_at  timestamptz
);
CREATE INDEX set_aside_open ON set_aside (source_id, id) WHERE resolved_at IS NULL;

-- ---------------------------------------------------------------- intake
-- One row a delivery, emptied in the transaction that stores its messages. Never read by the desk.
CREATE TABLE intake (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    source_id    bigint NOT NULL REFERENCES source ON DELETE CASCADE,
    received     timestamptz NOT NULL DEFAULT now(),
    count        integer NOT NULL,
    payload      bytea NOT NULL                             -- JSON of palabre.core.model.Delivery, without its cursor
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- ---------------------------------------------------------------- messages
CREATE TABLE author (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    network      text NOT NULL,
    key          text NOT NULL,
    name         text NOT NULL DEFAULT '',
    url          text NOT NULL DEFAULT '',
    followers    bigint,
    first_seen   timestamptz NOT NULL,
    UNIQUE (workspace_id, network, key)
);

-- Taken by blocks of 1,000 by each worker; the day stands above it in a message's id.
CREATE SEQUENCE message_number INCREMENT BY 1000;

-- Message ids carry their day: id = (days since 1970) << 38 | number. One id says which partition holds it.
CREATE FUNCTION day_floor(day date) RETURNS bigint IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
    RETURN (day - date '1970-01-01')::bigint << 38;

-- (source, external id) stays unique across partitions here, and here only (docs/decisions/0005).
CREATE TABLE message_key (
    source_id   bigint NOT NULL,
    external_id text COLLATE "C" NOT NULL,
    message_id  bigint NOT NULL,
    PRIMARY KEY (source_id, external_id) INCLUDE (message_id)
);

CREATE TABLE message (
    id           bigint NOT NULL,
    workspace_id bigint NOT NULL,
    source_id    bigint NOT NULL,
    author_id    bigint,
    published    timestamptz NOT NULL,
    received     timestamptz NOT NULL,
    deleted_at   timestamptz,                               -- deleted or banned at its source
    decided_at   timestamptz,
    near         bigint NOT NULL DEFAULT 0,                 -- first message of its near-duplicate group
    engagement   bigint,
    reach        bigint,
    revision     smallint NOT NULL DEFAULT 1,
    priority     smallint NOT NULL DEFAULT 0,
    decision     text NOT NULL DEFAULT 'pending' CHECK (decision IN ('none', 'pending', 'approve', 'remove', 'hold')),
    proposed     text NOT NULL DEFAULT '',                  -- '', approve, remove, hold
    article      text NOT NULL DEFAULT '',                  -- of the charter, where one is proposed
    first        boolean NOT NULL DEFAULT false,
    external_id  text NOT NULL,
    kind         text NOT NULL,
    visibility   text NOT NULL,
    network      text NOT NULL,
    lang         text NOT NULL DEFAULT '',
    country      text NOT NULL DEFAULT '',
    site         text NOT NULL DEFAULT '',
    thread       text NOT NULL DEFAULT '',
    parent       text NOT NULL DEFAULT '',
    place        text NOT NULL DEFAULT '',
    url          text NOT NULL DEFAULT '',
    title        text NOT NULL DEFAULT '',
    lead         text NOT NULL DEFAULT '',
    text         text NOT NULL,
    parts        text NOT NULL DEFAULT '',                  -- JSON: the addends of the priority
    attachments  text NOT NULL DEFAULT '',                  -- JSON
    raw          text NOT NULL DEFAULT '',                  -- JSON: the source's payload
    search       tsvector NOT NULL,
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX message_newest ON message (workspace_id, id);
CREATE INDEX message_queue ON message (workspace_id, priority DESC, id) WHERE decision = 'pending' AND deleted_at IS NULL;
CREATE INDEX message_author ON message (author_id, id);
CREATE INDEX message_thread ON message (source_id, thread, id) WHERE thread <> '';
CREATE INDEX message_near ON message (near, id) WHERE near <> 0;
CREATE INDEX message_search ON message USING gin (search) WITH (gin_pending_list_limit = 4096);

CREATE TABLE signal (
    message_id   bigint NOT NULL,
    workspace_id bigint NOT NULL,
    name         text NOT NULL,
    score        real NOT NULL,
    model        text NOT NULL,
    evidence     text NOT NULL DEFAULT '[]',                -- JSON: spans and reasons
    PRIMARY KEY (message_id, name)
) PARTITION BY RANGE (message_id);

CREATE TABLE match (
    message_id   bigint NOT NULL,
    topic_id     bigint NOT NULL,
    workspace_id bigint NOT NULL,
    spans        text NOT NULL DEFAULT '[]',                -- JSON: [[start, end], …]
    PRIMARY KEY (topic_id, message_id)
) PARTITION BY RANGE (message_id);
CREATE INDEX match_message ON match (message_id);

-- Which ranges exist; ensure_partition() is the only one to add any, drop_partitions() to remove.
CREATE TABLE partition (
    first_day date PRIMARY KEY,
    end_day   date NOT NULL CHECK (end_day > first_day)     -- exclusive
);

CREATE FUNCTION ensure_partition(first_day date, end_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    suffix text := to_char(first_day, 'YYYYMMDD');
    parent text;
BEGIN
    PERFORM pg_advisory_xact_lock(7501);
    INSERT INTO partition VALUES (first_day, end_day) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN; END IF;
    FOREACH parent IN ARRAY ARRAY['message', 'signal', 'match'] LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%s) TO (%s)',
                       parent || '_' || suffix, parent, day_floor(first_day), day_floor(end_day));
    END LOOP;
END $$;

CREATE TABLE revision (
    message_id   bigint NOT NULL,
    number       smallint NOT NULL,                         -- 1 is the first text
    workspace_id bigint NOT NULL,
    at           timestamptz NOT NULL,
    title        text NOT NULL,
    text         text NOT NULL,
    PRIMARY KEY (message_id, number)
);

CREATE TABLE message_event (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL,
    source_id    bigint NOT NULL REFERENCES source ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind IN ('delete', 'ban', 'restore')),
    target       text NOT NULL,                             -- external id, or author's key for a ban
    at           timestamptz NOT NULL,
    received     timestamptz NOT NULL DEFAULT now(),
    detail       text NOT NULL DEFAULT '',
    UNIQUE (source_id, kind, target, at)
);

-- ---------------------------------------------------------------- watch
CREATE TABLE topic (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    query        text NOT NULL,
    state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
    version      integer NOT NULL DEFAULT 1,
    created_by   bigint REFERENCES person ON DELETE SET NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace_id, name)
);

-- One row a source; topic_id 0: all messages of the source.
CREATE TABLE minute_count (
    workspace_id bigint NOT NULL,
    minute       timestamptz NOT NULL,
    source_id    bigint NOT NULL,
    topic_id     bigint NOT NULL,
    count        bigint NOT NULL,
    PRIMARY KEY (workspace_id, topic_id, source_id, minute)
);

-- ---------------------------------------------------------------- decisions
CREATE TABLE decision (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    message_id   bigint NOT NULL,
    person_id    bigint REFERENCES person ON DELETE SET NULL,    -- null: a rule that was switched on
    action       text NOT NULL CHECK (action IN ('approve', 'remove', 'hold', 'undo')),
    reason       text NOT NULL DEFAULT '',                  -- an article of the charter
    note         text NOT NULL DEFAULT '',
    undoes       bigint REFERENCES decision,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((action = 'undo') = (undoes IS NOT NULL)),
    CHECK (action <> 'remove' OR reason <> '')
);
CREATE INDEX decision_message ON decision (message_id, id);
CREATE INDEX decision_recent ON decision (workspace_id, id);
CREATE UNIQUE INDEX decision_undone_once ON decision (undoes) WHERE undoes IS NOT NULL;

-- Who has a message open in the queue. Free again when `until` has passed.
CREATE TABLE claim (
    message_id   bigint PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    person_id    bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    until        timestamptz NOT NULL
);
CREATE INDEX claim_person ON claim (person_id);

-- ---------------------------------------------------------------- audit
CREATE TABLE audit (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    number       bigint NOT NULL,                           -- 1, 2, 3 … in its workspace: a hole is seen
    at           timestamptz NOT NULL,
    person_id    bigint,
    verb         text NOT NULL,
    object       text NOT NULL,
    detail       text NOT NULL DEFAULT '{}',                -- JSON, kept to the letter for the hash
    hash         bytea NOT NULL,
    UNIQUE (workspace_id, number)
);

-- hash = sha256(previous hash, then each field behind its length, so that no two rows read the same)
CREATE FUNCTION audit_hash(previous bytea, a audit) RETURNS bytea IMMUTABLE LANGUAGE sql AS $$
    SELECT sha256(coalesce(previous, ''::bytea) || convert_to(string_agg(length(f) || ':' || f, ',' ORDER BY n), 'UTF8'))
    FROM unnest(ARRAY[a.workspace_id::text, a.number::text,
                      to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                      coalesce(a.person_id::text, ''), a.verb, a.object, a.detail]) WITH ORDINALITY AS fields (f, n)
$$;

CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last audit;
BEGIN
    PERFORM pg_advisory_xact_lock(7502, NEW.workspace_id::integer);
    SELECT * INTO last FROM audit WHERE workspace_id = NEW.workspace_id ORDER BY number DESC LIMIT 1;
    NEW.number := coalesce(last.number, 0) + 1;
    NEW.at := clock_timestamp();
    NEW.hash := audit_hash(last.hash, NEW);
    RETURN NEW;
END $$;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_chain();

-- The number of the first row whose hash does not follow from the one before it; null when all is sound.
CREATE FUNCTION audit_broken(workspace bigint) RETURNS bigint STABLE LANGUAGE sql AS $$
    SELECT number FROM (
        SELECT a.number, a.hash = audit_hash(lag(a.hash) OVER w, a) AND a.number = row_number() OVER w AS sound
        FROM audit a WHERE a.workspace_id = workspace WINDOW w AS (ORDER BY a.number)
    ) checked WHERE NOT coalesce(sound, false) ORDER BY number LIMIT 1
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed nor removed one by one.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- announcements
-- What browsers are told, in commit order: the lock is taken last in a transaction and held to its end.
CREATE TABLE announcement (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind         text NOT NULL,
    body         text NOT NULL                              -- JSON: ids, never texts
);

CREATE FUNCTION announce(workspace bigint, kind text, body text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
DECLARE
    number bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(7503);
    INSERT INTO announcement (workspace_id, kind, body) VALUES (workspace, kind, body) RETURNING id INTO number;
    PERFORM pg_notify('announcement', json_build_object('id', number, 'workspace', workspace, 'kind', kind,
                      'body', CASE WHEN length(body) < 6000 THEN body END)::text);
    RETURN number;
END $$;

-- ---------------------------------------------------------------- processes
-- A heartbeat of each of our processes, for /healthz.
CREATE UNLOGGED TABLE process (
    name    text PRIMARY KEY,
    pid     integer NOT NULL,
    beat_at timestamptz NOT NULL DEFAULT now(),
    detail  text NOT NULL DEFAULT ''
);
