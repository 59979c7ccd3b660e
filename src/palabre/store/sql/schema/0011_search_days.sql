-- Search goes through the partitions itself, newest first, and ends where it has enough: PostgreSQL, asked for all of
-- them at once, plans and opens each with its nine indexes before it gives the first row. Asked by its own name, a
-- partition costs a tenth of a millisecond to plan; what was found in a message stands in the partition of the same days.

DROP FUNCTION search_condition(jsonb);
DROP FUNCTION search_fact(jsonb);

-- The partitions that hold ids of a stretch, newest first, by what ends their names.
CREATE FUNCTION search_days(from_id bigint, before_id bigint) RETURNS TABLE (days text) STABLE LANGUAGE sql
    SET search_path = pg_catalog, public AS $$
    SELECT to_char(first_day, 'YYYYMMDD') FROM partition
     WHERE day_floor(end_day) > from_id AND day_floor(first_day) < before_id ORDER BY first_day DESC
$$;

-- A condition as SQL over a message m of the partitions `days`. Names of columns come from lists, values are quoted:
-- whoever asks, nothing else can be said with it. Unknown conditions are errors.
CREATE FUNCTION search_condition(node jsonb, days text) RETURNS text IMMUTABLE LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
DECLARE
    parts text;
BEGIN
    IF jsonb_typeof(node) = 'boolean' THEN
        RETURN node::text;
    ELSIF node ? 'words' THEN
        RETURN format('m.search @@ %L::tsquery', node ->> 'words');
    ELSIF node ? 'all' THEN
        SELECT string_agg(search_condition(part, days), ' AND ') INTO parts FROM jsonb_array_elements(node -> 'all') part;
        RETURN '(' || parts || ')';
    ELSIF node ? 'any' THEN
        SELECT string_agg(search_condition(part, days), ' OR ') INTO parts FROM jsonb_array_elements(node -> 'any') part;
        RETURN '(' || parts || ')';
    ELSIF node ? 'not' THEN
        RETURN '(' || search_condition(node -> 'not', days) || ') IS NOT TRUE';
    END IF;
    RETURN search_fact(node, days);
END $$;

CREATE FUNCTION search_fact(node jsonb, days text) RETURNS text IMMUTABLE LANGUAGE plpgsql
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
            RETURN format('EXISTS (SELECT FROM %I x WHERE x.message_id = m.id AND x.topic_id = ANY (%L::bigint[]))',
                          'match_' || days, ids);
        WHEN 'signal' THEN
            RETURN format('EXISTS (SELECT FROM %I s WHERE s.message_id = m.id AND is_heeded(s) AND ' || equal || ')',
                          'signal_' || days, 's.name', value);
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

-- The newest messages that may answer, and whether each is sure to. A partition that is dropped meanwhile holds none.
CREATE OR REPLACE FUNCTION find_messages(maybe jsonb, sure jsonb, from_id bigint, before_id bigint, at_most integer)
    RETURNS TABLE (id bigint, certain boolean) STABLE LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
DECLARE
    days   text;
    wanted bigint := at_most;
    found_ bigint;
BEGIN
    PERFORM search_condition(maybe, ''), search_condition(sure, '');  -- an error, even where there is no partition
    FOR days IN SELECT d.days FROM search_days(from_id, before_id) d LOOP
        BEGIN
            RETURN QUERY EXECUTE format(
                'SELECT m.id, (%s) IS TRUE FROM %I m WHERE m.workspace_id = $1 AND m.id >= $2 AND m.id < $3 AND %s'
                ' ORDER BY m.id DESC LIMIT $4',
                CASE WHEN maybe = sure THEN 'true' ELSE search_condition(sure, days) END, 'message_' || days,
                search_condition(maybe, days))
                USING app_workspace(), from_id, before_id, wanted;
            GET DIAGNOSTICS found_ = ROW_COUNT;
            wanted := wanted - found_;
        EXCEPTION WHEN undefined_table THEN
            CONTINUE;
        END;
        EXIT WHEN wanted <= 0;
    END LOOP;
END $$;

-- How many messages answer, by day (days since 1970).
CREATE OR REPLACE FUNCTION count_by_day(wanted jsonb, from_id bigint, before_id bigint)
    RETURNS TABLE (day integer, count bigint) STABLE LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
DECLARE
    days text;
BEGIN
    PERFORM search_condition(wanted, '');
    FOR days IN SELECT d.days FROM search_days(from_id, before_id) d LOOP
        BEGIN
            RETURN QUERY EXECUTE format(
                'SELECT (m.id >> 38)::integer, count(*) FROM %I m'
                ' WHERE m.workspace_id = $1 AND m.id >= $2 AND m.id < $3 AND %s GROUP BY 1',
                'message_' || days, search_condition(wanted, days))
                USING app_workspace(), from_id, before_id;
        EXCEPTION WHEN undefined_table THEN
            CONTINUE;
        END;
    END LOOP;
END $$;
