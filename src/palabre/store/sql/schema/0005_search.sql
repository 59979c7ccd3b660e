-- The search of every query: palabre.core.query says a query as conditions (expressions.py), these functions ask
-- them of the messages of the open workspace. They belong to the owner, so that the index of words may be used
-- behind row-level security (docs/decisions/0007), and add the workspace themselves. They return ids and counts only.

DROP FUNCTION search_messages(tsquery, bigint, bigint, bigint[], text[], bigint[], text[], text[], bigint[], integer);
DROP FUNCTION count_messages(tsquery, bigint, bigint, integer);

-- A condition as SQL over a message m. Names of columns come from the lists below, values are quoted: whoever asks,
-- nothing else can be said with it. Unknown conditions are errors.
CREATE FUNCTION search_condition(node jsonb) RETURNS text IMMUTABLE LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
DECLARE
    parts text;
BEGIN
    IF jsonb_typeof(node) = 'boolean' THEN
        RETURN node::text;
    ELSIF node ? 'words' THEN
        RETURN format('m.search @@ %L::tsquery', node ->> 'words');
    ELSIF node ? 'all' THEN
        SELECT string_agg(search_condition(part), ' AND ') INTO parts FROM jsonb_array_elements(node -> 'all') part;
        RETURN '(' || parts || ')';
    ELSIF node ? 'any' THEN
        SELECT string_agg(search_condition(part), ' OR ') INTO parts FROM jsonb_array_elements(node -> 'any') part;
        RETURN '(' || parts || ')';
    ELSIF node ? 'not' THEN
        RETURN '(' || search_condition(node -> 'not') || ') IS NOT TRUE';
    END IF;
    RETURN search_fact(node);
END $$;

-- Lower case of plain ASCII, without white space around: what folding does to it.
CREATE FUNCTION plain_text(said text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
    RETURN btrim(lower(said COLLATE "C"), E' \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f');

CREATE FUNCTION search_fact(node jsonb) RETURNS text IMMUTABLE LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
DECLARE
    name text := search_column(node ->> 'column');
    value text := node ->> 'value';
    equal text := CASE WHEN (node ->> 'prefix')::boolean THEN 'starts_with(%s, %L)' ELSE '%s = %L' END;
    ids text := translate(node ->> 'values', '[]', '{}');
BEGIN
    CASE node ->> 'is'
        WHEN 'text' THEN RETURN format(equal, format('plain_text(%s)', name), value);
        WHEN 'piece' THEN RETURN format('strpos(plain_text(%s), %L) > 0', name, value);
        WHEN 'foreign' THEN RETURN format('octet_length(%s) <> length(%1$s)', name);
        WHEN 'filled' THEN RETURN format('%s <> ''''', name);
        WHEN 'known' THEN RETURN format('%s IS NOT NULL', name);
        WHEN 'one_of' THEN
            RETURN format('%s = ANY (ARRAY(SELECT jsonb_array_elements_text(%L::jsonb)))', name || '::text', node -> 'values');
        WHEN 'lang' THEN
            name := 'replace(lower(m.lang COLLATE "C"), ''_'', ''-'')';
            RETURN format('(' || equal || ' OR ' || equal || ')', name, value, format('split_part(%s, ''-'', 1)', name), value);
        WHEN 'range' THEN RETURN search_range(node);
        WHEN 'short' THEN
            RETURN 'octet_length(m.text) + octet_length(m.title) + octet_length(m.lead) < 16000';
        WHEN 'first' THEN RETURN 'm.first';
        WHEN 'source' THEN RETURN format('m.source_id = ANY (%L::bigint[])', ids);
        WHEN 'writer' THEN RETURN format('m.author_id = ANY (%L::bigint[])', ids);
        WHEN 'topic' THEN
            RETURN format('EXISTS (SELECT FROM match x WHERE x.message_id = m.id AND x.topic_id = ANY (%L::bigint[]))', ids);
        WHEN 'signal' THEN
            RETURN format('EXISTS (SELECT FROM signal s WHERE s.message_id = m.id AND is_heeded(s) AND ' || equal || ')',
                          's.name', value);
        WHEN 'author' THEN
            RETURN 'EXISTS (SELECT FROM author a WHERE a.id = m.author_id AND a.workspace_id = m.workspace_id AND '
                || CASE WHEN value IS NOT NULL
                        THEN format('(' || equal || ' OR ' || equal || ')', 'plain_text(a.name)', value, 'plain_text(a.key)', value)
                        WHEN node ? 'foreign'
                        THEN '(octet_length(a.name) <> length(a.name) OR octet_length(a.key) <> length(a.key))'
                        ELSE 'true' END || ')';
        ELSE RAISE EXCEPTION 'Search knows no condition %.', node USING ERRCODE = 'invalid_parameter_value';
    END CASE;
END $$;

-- Whether a workspace heeds a signal that was found: its score reaches the threshold that it chose, or the usual one
-- (USUAL of palabre.core.charter.heed).
CREATE FUNCTION is_heeded(found signal) RETURNS boolean STABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN found.score >= coalesce(
        (SELECT t.threshold FROM signal_threshold t WHERE t.workspace_id = found.workspace_id AND t.signal = found.name), 0.3::real);
END $$;

-- A column that may be asked for, as SQL; null for none.
CREATE FUNCTION search_column(name text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
    IF name IS NULL THEN RETURN NULL; END IF;
    IF name IN ('kind', 'visibility', 'decision', 'network', 'country', 'thread', 'lang', 'url', 'site', 'title', 'lead',
                'parent', 'attachments', 'engagement', 'reach') THEN
        RETURN 'm.' || name;
    END IF;
    CASE name
        WHEN 'followers' THEN RETURN '(SELECT a.followers FROM author a WHERE a.id = m.author_id)';
        WHEN 'published' THEN RETURN 'extract(epoch FROM m.published)::float8';
        WHEN 'hour' THEN RETURN '(floor(extract(epoch FROM m.published) / 3600)::bigint % 24)';
        ELSE RAISE EXCEPTION 'Search knows no column %.', name USING ERRCODE = 'invalid_parameter_value';
    END CASE;
END $$;

-- Between two numbers. An id carries its day, so that a moment tells which partitions to look into.
CREATE FUNCTION search_range(node jsonb) RETURNS text IMMUTABLE LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
    name text := search_column(node ->> 'column');
    low  float8 := (node ->> 'low')::float8;
    high float8 := (node ->> 'high')::float8;
    days boolean := node ->> 'column' = 'published';
BEGIN
    RETURN '(' || name || ' IS NOT NULL'
        || CASE WHEN low IS NULL THEN '' ELSE
               format(' AND %s %s %L::float8', name, CASE WHEN (node ->> 'open_low')::boolean THEN '>' ELSE '>=' END, low) END
        || CASE WHEN high IS NULL THEN '' ELSE
               format(' AND %s %s %L::float8', name, CASE WHEN (node ->> 'open_high')::boolean THEN '<' ELSE '<=' END, high) END
        || CASE WHEN days AND low BETWEEN 0 AND 2831155200 THEN
               format(' AND m.id >= %s', floor(low / 86400)::bigint << 38) ELSE '' END
        || CASE WHEN days AND high BETWEEN 0 AND 2831155200 THEN
               format(' AND m.id < %s', (floor(high / 86400)::bigint + 1) << 38) ELSE '' END
        || ')';
END $$;

-- The newest messages that may answer, and whether each is sure to.
CREATE FUNCTION find_messages(maybe jsonb, sure jsonb, from_id bigint, before_id bigint, at_most integer)
    RETURNS TABLE (id bigint, certain boolean) STABLE LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY EXECUTE
        'SELECT m.id, (' || CASE WHEN maybe = sure THEN 'true' ELSE search_condition(sure) END || ') IS TRUE'
        || ' FROM message m WHERE m.workspace_id = $1 AND m.id >= $2 AND m.id < $3 AND ' || search_condition(maybe)
        || ' ORDER BY m.id DESC LIMIT $4'
        USING app_workspace(), from_id, before_id, at_most;
END $$;

-- How many messages answer, by day (days since 1970).
CREATE FUNCTION count_by_day(wanted jsonb, from_id bigint, before_id bigint)
    RETURNS TABLE (day integer, count bigint) STABLE LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY EXECUTE
        'SELECT (m.id >> 38)::integer, count(*) FROM message m'
        || ' WHERE m.workspace_id = $1 AND m.id >= $2 AND m.id < $3 AND ' || search_condition(wanted) || ' GROUP BY 1'
        USING app_workspace(), from_id, before_id;
END $$;
