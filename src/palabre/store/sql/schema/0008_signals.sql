-- What stands around the signals: what people say of them (labels), how a workspace heeds them (thresholds), who
-- else is asked (providers), what was learned (model versions), and the keys of the Perspective-compatible door.

-- A person's or a site's word on one signal of one message. `value` 1: it is; 0: it is not. Never changed: undone.
-- Of a message of ours, `text` is empty: it stands there. A suggestion brings its own.
CREATE TABLE label (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    message_id   bigint,                                    -- null: a text that came by suggestion
    signal       text NOT NULL,
    value        real NOT NULL CHECK (value BETWEEN 0 AND 1),
    origin       text NOT NULL CHECK (origin IN ('person', 'suggestion')),
    person_id    bigint REFERENCES person ON DELETE SET NULL,
    score        real,                                      -- what the machine said then; null: nothing
    model        text NOT NULL DEFAULT '',
    text         text NOT NULL DEFAULT '' CHECK (length(text) <= 20480),
    lang         text NOT NULL DEFAULT '',
    detail       text NOT NULL DEFAULT '',                  -- JSON: what the site said beside (its community, its token)
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    undone_at    timestamptz,
    CHECK ((message_id IS NULL) = (origin = 'suggestion'))
);
CREATE UNIQUE INDEX label_once ON label (message_id, signal) WHERE undone_at IS NULL AND message_id IS NOT NULL;
CREATE INDEX label_recent ON label (workspace_id, id);

-- From which probability a workspace heeds a signal. Below, it is kept, but not shown nor counted in a priority.
CREATE TABLE signal_threshold (
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    signal       text NOT NULL,
    threshold    real NOT NULL CHECK (threshold BETWEEN 0 AND 1),
    person_id    bigint REFERENCES person ON DELETE SET NULL,
    at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, signal)
);

-- Messages drawn by chance to be read whatever was found in them: without them nobody knows what is missed.
-- Whether a message is drawn depends on its number alone, so that it can be checked: one in fifty.
CREATE FUNCTION is_drawn(message bigint) RETURNS boolean IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
    RETURN hashint8(message) % 50 = 0;

-- Another reader than ours for some signals: a model file, or an address that text is sent to when `sends_text`.
CREATE TABLE provider (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id  bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    kind          text NOT NULL CHECK (kind IN ('onnx', 'chat', 'perspective')),
    signals       text[] NOT NULL CHECK (cardinality(signals) BETWEEN 1 AND 30),
    settings      jsonb NOT NULL DEFAULT '{}',
    secrets       bytea,                                    -- encrypted JSON (palabre.store.secrets)
    sends_text    boolean NOT NULL DEFAULT false,           -- the workspace says that text may leave this machine
    seconds       real NOT NULL DEFAULT 5 CHECK (seconds BETWEEN 0.1 AND 60),
    budget        integer NOT NULL DEFAULT 10000 CHECK (budget BETWEEN 1 AND 1000000),  -- calls a day (UTC)
    state         text NOT NULL DEFAULT 'paused' CHECK (state IN ('active', 'paused')),
    person_id     bigint REFERENCES person ON DELETE SET NULL,
    at            timestamptz NOT NULL DEFAULT now(),
    CHECK (state = 'paused' OR kind = 'onnx' OR sends_text)  -- whatever the desk does: no consent, no call
);
CREATE INDEX provider_workspace ON provider (workspace_id);

-- How a provider fares, apart from what people edit. Calls are counted before they are made.
CREATE TABLE provider_health (
    provider_id  bigint PRIMARY KEY REFERENCES provider ON DELETE CASCADE,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    day          date NOT NULL DEFAULT current_date,
    calls        integer NOT NULL DEFAULT 0,                -- of that day
    failures     integer NOT NULL DEFAULT 0,                -- of that day
    streak       integer NOT NULL DEFAULT 0,                -- failures in a row
    open_until   timestamptz,                               -- not asked before: the circuit breaker
    error        text NOT NULL DEFAULT '',
    error_at     timestamptz,
    answered_at  timestamptz
);

-- Messages that a provider is still to be asked about. Emptied in the order of reception, or after ten minutes.
CREATE TABLE second_look (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    provider_id  bigint NOT NULL REFERENCES provider ON DELETE CASCADE,
    message_id   bigint NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (provider_id, message_id)
);

-- What a workspace taught: what is added to the built-in models. Never changed; one is in use, or none.
CREATE TABLE model_version (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    number       integer NOT NULL,
    signals      text[] NOT NULL,
    examples     integer NOT NULL,                          -- learned from; `held_out` more were kept to compare
    held_out     integer NOT NULL,
    report       jsonb NOT NULL,                            -- the comparison with the model then in use
    weights      bytea NOT NULL CHECK (length(weights) <= 20000000),
    base         text NOT NULL,                             -- version of the built-in models that it adds to
    at           timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace_id, number)
);

-- Which version was put to use, when, by whom: the last row counts; no version is the built-in model.
CREATE TABLE model_use (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    version_id   bigint REFERENCES model_version ON DELETE CASCADE,
    person_id    bigint REFERENCES person ON DELETE SET NULL,   -- null: by the command line
    at           timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX model_use_last ON model_use (workspace_id, id);

-- Keys of the Perspective-compatible door. The key itself is shown once; `hint` is its end, to know it again.
CREATE TABLE perspective_key (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    key_hash     text NOT NULL UNIQUE,
    hint         text NOT NULL,
    per_second   integer NOT NULL DEFAULT 10 CHECK (per_second BETWEEN 1 AND 1000),
    person_id    bigint REFERENCES person ON DELETE SET NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX perspective_key_workspace ON perspective_key (workspace_id);

SELECT isolate_workspaces();

-- Messages that a person decided, or that were drawn, are what precision and recall are counted on.
CREATE INDEX message_decided ON message (workspace_id, decided_at) WHERE decided_at IS NOT NULL;

-- What suggestions brought goes when messages of that age go.
CREATE OR REPLACE FUNCTION forget_messages(workspace bigint, below bigint, most integer) RETURNS bigint LANGUAGE sql AS $$
    WITH old AS (
        SELECT id FROM message WHERE workspace_id = workspace AND id < below ORDER BY id LIMIT most
    ), signals AS (
        DELETE FROM signal WHERE message_id IN (SELECT id FROM old)
    ), matches AS (
        DELETE FROM match WHERE message_id IN (SELECT id FROM old)
    ), revisions AS (
        DELETE FROM revision WHERE message_id IN (SELECT id FROM old)
    ), claims AS (
        DELETE FROM claim WHERE message_id IN (SELECT id FROM old)
    ), suggestions AS (
        DELETE FROM label WHERE workspace_id = workspace AND message_id IS NULL
               AND at < date '1970-01-01' + (below >> 38)::integer
    ), gone AS (
        DELETE FROM message WHERE id IN (SELECT id FROM old) RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
