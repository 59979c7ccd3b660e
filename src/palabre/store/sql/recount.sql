-- Matching a topic with the messages that were there before it. Leased like sources are (docs/decisions/0008): what
-- is not renewed for a quarter of a minute is free, and goes on from where its last commit left it.

-- name: lease
-- The oldest recount that nobody holds.
UPDATE topic_recount SET leased_until = now() + interval '15 seconds', leased_by = %(me)s, state = 'running'
WHERE id = (SELECT id FROM topic_recount WHERE state IN ('waiting', 'running')
            AND (leased_until IS NULL OR leased_until < now()) ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, workspace_id, topic_id, version, since, below, total;

-- name: query
-- Its topic's query, as long as it is the version that was to be counted.
SELECT query FROM topic WHERE id = %(topic)s AND version = %(version)s;

-- name: saved
-- The queries that it may call by name.
SELECT name, query FROM topic WHERE workspace_id = %(workspace)s;

-- name: total
-- Messages to read, as the minutes counted them.
SELECT coalesce(sum(count), 0)::bigint FROM minute_count
WHERE workspace_id = %(workspace)s AND topic_id = 0 AND minute >= %(since)s;

-- name: begin
UPDATE topic_recount SET total = %(total)s, below = %(below)s WHERE id = %(id)s AND leased_by = %(me)s;

-- name: stretch
-- The end of the next stretch (the id after its last message) and how many messages it has.
SELECT max(id) + 1, count(*) FROM (
    SELECT id FROM message WHERE workspace_id = %(workspace)s AND id >= %(below)s ORDER BY id LIMIT %(size)s) page;

-- name: matched_before
SELECT message_id FROM match WHERE topic_id = %(topic)s AND message_id >= %(below)s AND message_id < %(end)s;

-- name: hold
-- Holds still, until the end of the transaction, those messages whose matches will change; gives their revision.
SELECT id, revision, source_id, date_trunc('minute', published) FROM message WHERE id = ANY (%(ids)s)
ORDER BY id FOR SHARE;

-- name: unmatch
DELETE FROM match WHERE topic_id = %(topic)s AND message_id = ANY (%(ids)s);

-- name: match
INSERT INTO match (message_id, topic_id, workspace_id, spans)
SELECT id, %(topic)s, %(workspace)s, spans FROM unnest(%(ids)s::bigint[], %(spans)s::text[]) AS found (id, spans)
ON CONFLICT (topic_id, message_id) DO UPDATE SET spans = excluded.spans;

-- name: count
-- Adds to the minutes (or takes away) what was found there.
INSERT INTO minute_count AS c (workspace_id, minute, source_id, topic_id, count)
SELECT %(workspace)s, minute, source, %(topic)s, count
FROM unnest(%(minutes)s::timestamptz[], %(sources)s::bigint[], %(counts)s::bigint[]) AS found (minute, source, count)
ON CONFLICT (workspace_id, topic_id, source_id, minute) DO UPDATE SET count = greatest(0, c.count + excluded.count);

-- name: go_on
-- What was read is committed with what was found. No row: it was stopped, or another holds it.
UPDATE topic_recount SET below = %(end)s, read = read + %(read)s, found = found + %(found)s,
    leased_until = now() + interval '15 seconds'
WHERE id = %(id)s AND leased_by = %(me)s AND state = 'running'
RETURNING id;

-- name: end
UPDATE topic_recount SET state = %(state)s, error = %(error)s, ended_at = now(), leased_until = NULL, leased_by = NULL
WHERE id = %(id)s AND leased_by = %(me)s AND state = 'running';

-- name: release
UPDATE topic_recount SET leased_until = NULL, leased_by = NULL WHERE leased_by = %(me)s;

-- name: tell
SELECT announce(%(workspace)s, 'topic', json_build_object('id', %(topic)s)::text);

-- name: revisions
SELECT id, revision FROM message WHERE id = ANY (%(ids)s);
