-- Rules: standing queries that propose. A message that answers one is put before a person with an article of the
-- charter; nothing is done without one. In `match` and `minute_count` a rule stands under its number below zero, so that
-- one table tells what every standing query caught (docs/decisions/0018).
CREATE TABLE rule (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    query        text NOT NULL,
    article      text NOT NULL CHECK (article <> ''),       -- of the charter
    weight       smallint CHECK (weight BETWEEN 0 AND 100), -- points of priority; null: as many as its article's signals
    dialect      text NOT NULL DEFAULT 'palabre',
    written      text NOT NULL DEFAULT '',                  -- what was pasted, in its dialect
    state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
    version      integer NOT NULL DEFAULT 1,
    created_by   bigint REFERENCES person ON DELETE SET NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workspace_id, name)
);

-- All that a rule ever proposed, and for what. Written by the trigger below alone, like those of topics.
CREATE TABLE rule_version (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    rule_id      bigint NOT NULL REFERENCES rule ON DELETE CASCADE,
    number       integer NOT NULL,
    query        text NOT NULL,
    article      text NOT NULL,
    weight       smallint,
    dialect      text NOT NULL,
    written      text NOT NULL,
    person_id    bigint REFERENCES person ON DELETE SET NULL,     -- null: a program under the owner's role
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (rule_id, number)
);

CREATE FUNCTION rule_next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := CASE
        WHEN TG_OP = 'INSERT' THEN 1
        ELSE OLD.version + ((NEW.query, NEW.article, NEW.weight) IS DISTINCT FROM (OLD.query, OLD.article, OLD.weight))::integer
    END;
    RETURN NEW;
END $$;
CREATE TRIGGER rule_next_version BEFORE INSERT OR UPDATE ON rule FOR EACH ROW EXECUTE FUNCTION rule_next_version();

CREATE FUNCTION rule_keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
BEGIN
    INSERT INTO rule_version (workspace_id, rule_id, number, query, article, weight, dialect, written, person_id)
    VALUES (NEW.workspace_id, NEW.id, NEW.version, NEW.query, NEW.article, NEW.weight, NEW.dialect, NEW.written, app_person())
    ON CONFLICT (rule_id, number) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER rule_keep_version AFTER INSERT OR UPDATE ON rule FOR EACH ROW EXECUTE FUNCTION rule_keep_version();

SELECT isolate_workspaces();
