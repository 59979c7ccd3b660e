-- Topics as the capital of their analysts: what each query was, by whom; folders; recounts on history.

-- A folder is a word on a topic: it exists as long as a topic is in it.
-- `written` is what was pasted from another tool, in its `dialect`; '' where the query was written here.
ALTER TABLE topic
    ADD COLUMN folder  text NOT NULL DEFAULT '' CHECK (length(folder) <= 80),
    ADD COLUMN dialect text NOT NULL DEFAULT 'palabre',
    ADD COLUMN written text NOT NULL DEFAULT '';

-- Every query that a topic ever had. Written by the trigger below alone, so that no way to change a query forgets it.
CREATE TABLE topic_version (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    topic_id     bigint NOT NULL REFERENCES topic ON DELETE CASCADE,
    number       integer NOT NULL,
    query        text NOT NULL,
    dialect      text NOT NULL,
    written      text NOT NULL,
    person_id    bigint REFERENCES person ON DELETE SET NULL,     -- null: a program under the owner's role
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (topic_id, number)
);

-- Another query is another version, whoever asks for it: the number is not theirs to choose.
CREATE FUNCTION topic_next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + (NEW.query <> OLD.query)::integer END;
    RETURN NEW;
END $$;
CREATE TRIGGER topic_next_version BEFORE INSERT OR UPDATE ON topic FOR EACH ROW EXECUTE FUNCTION topic_next_version();

CREATE FUNCTION topic_keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
BEGIN
    INSERT INTO topic_version (workspace_id, topic_id, number, query, dialect, written, person_id)
    VALUES (NEW.workspace_id, NEW.id, NEW.version, NEW.query, NEW.dialect, NEW.written, app_person())
    ON CONFLICT (topic_id, number) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER topic_keep_version AFTER INSERT OR UPDATE ON topic FOR EACH ROW EXECUTE FUNCTION topic_keep_version();

INSERT INTO topic_version (workspace_id, topic_id, number, query, dialect, written, person_id, at)
SELECT workspace_id, id, version, query, dialect, written, created_by, updated_at FROM topic;

-- A topic matched with the messages that were there before it. Leased like sources are (docs/decisions/0008):
-- `below` is where it has come to, newest messages last, committed with the matches of each stretch.
CREATE TABLE topic_recount (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    topic_id     bigint NOT NULL REFERENCES topic ON DELETE CASCADE,
    version      integer NOT NULL,                          -- of the topic, when it was asked for
    since        date NOT NULL,                             -- first day
    state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'stopped', 'failed')),
    below        bigint NOT NULL DEFAULT 0,                 -- messages with a smaller id have been read
    total        bigint,                                    -- messages to read, as counted when it began
    read         bigint NOT NULL DEFAULT 0,
    found        bigint NOT NULL DEFAULT 0,
    error        text NOT NULL DEFAULT '',
    person_id    bigint REFERENCES person ON DELETE SET NULL,
    asked_at     timestamptz NOT NULL DEFAULT now(),
    ended_at     timestamptz,
    leased_until timestamptz,
    leased_by    text
);
CREATE UNIQUE INDEX topic_recount_open ON topic_recount (topic_id) WHERE state IN ('waiting', 'running');
CREATE INDEX topic_recount_topic ON topic_recount (topic_id, id);

SELECT isolate_workspaces();
