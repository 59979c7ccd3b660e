-- Isolation of workspaces. The desk signs in as a role that owns nothing and cannot bypass these policies;
-- it names its workspace and its person for the length of a transaction:
--     select set_config('app.workspace', '12', true), set_config('app.person', '34', true)
-- No setting: no row.

CREATE FUNCTION app_workspace() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
    RETURN nullif(current_setting('app.workspace', true), '')::bigint;
CREATE FUNCTION app_person() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
    RETURN nullif(current_setting('app.person', true), '')::bigint;

-- Every table with a workspace_id, now and in later files (call it again there).
CREATE FUNCTION isolate_workspaces() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    FOR name IN
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
          AND a.attname = 'workspace_id' AND NOT c.relrowsecurity
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_workspace ON %I USING (workspace_id = (SELECT app_workspace()))'
                       ' WITH CHECK (workspace_id = (SELECT app_workspace()))', name);
    END LOOP;
END $$;
SELECT isolate_workspaces();

-- A person sees their own memberships, to choose a workspace.
CREATE POLICY of_person ON member FOR SELECT USING (person_id = (SELECT app_person()));

ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
CREATE POLICY current_workspace ON workspace USING (id = (SELECT app_workspace()));
CREATE POLICY of_person ON workspace FOR SELECT
    USING (id IN (SELECT workspace_id FROM member WHERE person_id = (SELECT app_person())));

-- An invitation is found by the secret of its link alone, before one is a member of anything.
CREATE FUNCTION find_invitation(hash text) RETURNS SETOF invitation STABLE LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$ SELECT * FROM invitation WHERE token_hash = hash $$;

-- A token says which workspace it opens.
CREATE FUNCTION find_api_token(hash text) RETURNS SETOF api_token STABLE LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$ SELECT * FROM api_token WHERE token_hash = hash AND revoked_at IS NULL $$;

-- A new workspace and its owner, in one step: no policy can allow the first row of a workspace that is not yet.
CREATE FUNCTION found_workspace(slug text, name text, language text, timezone text, owner bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    made bigint;
BEGIN
    INSERT INTO workspace (slug, name, language, timezone) VALUES (slug, name, language, timezone) RETURNING id INTO made;
    INSERT INTO member (workspace_id, person_id, role) VALUES (made, owner, 'owner');
    RETURN made;
END $$;

-- The desk announces in its own workspace only.
CREATE FUNCTION announce_here(kind text, body text) RETURNS bigint LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$ SELECT announce(app_workspace(), kind, body) $$;

-- ---------------------------------------------------------------- search
-- The operator @@ is not leakproof, so behind row-level security PostgreSQL would not use the index. Search goes
-- through this function, which belongs to the owner and adds the workspace itself. It returns ids only, newest
-- first; the desk then reads the rows under its own role (docs/decisions/0007).
CREATE FUNCTION search_messages(
    wanted tsquery, from_id bigint, before_id bigint,
    sources bigint[], langs text[], authors bigint[], decisions text[], kinds text[], topics bigint[], at_most integer
) RETURNS TABLE (id bigint) STABLE LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY EXECUTE
        'SELECT m.id FROM message m WHERE m.workspace_id = $1 AND m.id >= $2 AND m.id < $3'
        || CASE WHEN wanted    IS NULL THEN '' ELSE ' AND m.search @@ $4' END
        || CASE WHEN sources   IS NULL THEN '' ELSE ' AND m.source_id = ANY ($5)' END
        || CASE WHEN langs     IS NULL THEN '' ELSE ' AND m.lang = ANY ($6)' END
        || CASE WHEN authors   IS NULL THEN '' ELSE ' AND m.author_id = ANY ($7)' END
        || CASE WHEN decisions IS NULL THEN '' ELSE ' AND m.decision = ANY ($8)' END
        || CASE WHEN kinds     IS NULL THEN '' ELSE ' AND m.kind = ANY ($9)' END
        || CASE WHEN topics    IS NULL THEN '' ELSE
               ' AND EXISTS (SELECT FROM match x WHERE x.message_id = m.id AND x.topic_id = ANY ($10))' END
        || ' ORDER BY m.id DESC LIMIT $11'
        USING app_workspace(), from_id, before_id, wanted, sources, langs, authors, decisions, kinds, topics, at_most;
END $$;

CREATE FUNCTION count_messages(wanted tsquery, from_id bigint, before_id bigint, at_most integer) RETURNS bigint
    STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT count(*) FROM (
        SELECT FROM message m WHERE m.workspace_id = app_workspace() AND m.id >= from_id AND m.id < before_id
           AND m.search @@ wanted LIMIT at_most) found
$$;
