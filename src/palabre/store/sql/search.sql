-- Search and export. Ids are found by the schema's own functions (0005_search.sql), under whatever role asks; what
-- is read of the messages after that is read under that role.

-- name: open
-- The workspace that is searched, for the length of the transaction.
SELECT set_config('app.workspace', %(workspace)s, true);

-- name: patience
-- Milliseconds that the next statements of the transaction may take each.
SELECT set_config('statement_timeout', %(patience)s, true);

-- name: find
SELECT id, certain FROM find_messages(%(maybe)s::jsonb, %(sure)s::jsonb, %(from)s, %(below)s, %(most)s);

-- name: by_day
SELECT day, count FROM count_by_day(%(wanted)s::jsonb, %(from)s, %(below)s);

-- name: sources
SELECT id, name FROM source WHERE workspace_id = app_workspace();

-- name: topics
SELECT id, name FROM topic WHERE workspace_id = app_workspace();

-- name: saved
SELECT name, query FROM topic WHERE workspace_id = %(workspace)s;

-- name: texts
-- What messages say.
SELECT id, title, lead, text FROM message WHERE id = ANY (%(ids)s);

-- name: facts
-- What messages say, and all that fields ask. Moments as seconds, so that no connection's settings change them.
SELECT m.id, m.title, m.lead, m.text,
       extract(epoch FROM m.published)::float8, m.kind, m.visibility, m.network, m.lang, m.country, m.site, m.thread,
       m.parent, m.url, m.engagement, m.reach, m.first, m.decision, m.attachments,
       a.key, a.name, a.url, a.followers, s.name,
       ARRAY(SELECT name FROM signal found WHERE message_id = m.id AND is_heeded(found)),
       sentiment_of(m.id),
       ARRAY(SELECT topic_id FROM match WHERE message_id = m.id AND topic_id > 0)
FROM message m JOIN source s ON s.id = m.source_id LEFT JOIN author a ON a.id = m.author_id
WHERE m.id = ANY (%(ids)s);

-- name: rows
-- What is exported.
SELECT m.id, m.external_id, s.name AS source, m.published, a.name AS author, m.title, m.text, m.url, m.lang, m.kind,
       m.visibility, m.decision, m.priority, m.deleted_at
FROM message m JOIN source s ON s.id = m.source_id LEFT JOIN author a ON a.id = m.author_id
WHERE m.id = ANY (%(ids)s) ORDER BY m.id DESC;
