-- The tone of messages, asked of those that are stored as of those that come.

-- The sentiment of a message, −1 to 1: that of its signal, to the three digits that it is told with; 0 where none is
-- told: neutral.
CREATE FUNCTION sentiment_of(message bigint) RETURNS float8 STABLE LANGUAGE sql SET search_path = pg_catalog, public AS $$
    SELECT coalesce((SELECT round(s.score::numeric, 3) FROM signal s
                     WHERE s.message_id = message AND s.name = 'sentiment'), 0)::float8
$$;

-- A column that may be asked for, as SQL; null for none.
CREATE OR REPLACE FUNCTION search_column(name text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
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
        WHEN 'sentiment' THEN RETURN 'sentiment_of(m.id)';
        ELSE RAISE EXCEPTION 'Search knows no column %.', name USING ERRCODE = 'invalid_parameter_value';
    END CASE;
END $$;
