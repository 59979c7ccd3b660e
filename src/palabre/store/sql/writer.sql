-- What the worker does in the transaction that empties intake rows. One writer at a time (it holds a lock for as
-- long as it lives), so that messages of a source are stored in the order of their reception.

-- name: lock_writer
SELECT pg_try_advisory_lock(7505);

-- name: read_intake
-- The oldest rows that are not under way, up to a number of messages.
SELECT id, workspace_id, source_id, received, payload
FROM (
    SELECT *, sum(count) OVER (ORDER BY id) - count AS before
    FROM (SELECT * FROM intake WHERE NOT id = ANY (%(under_way)s) ORDER BY id LIMIT 500) oldest
) counted
WHERE before < %(most)s
ORDER BY id;

-- name: known_keys
SELECT k.source_id, k.external_id, k.message_id
FROM unnest(%(sources)s::bigint[], %(ids)s::text[]) AS wanted (source_id, external_id)
JOIN message_key k USING (source_id, external_id);

-- name: stored_texts
SELECT id, title, text FROM message WHERE id = ANY (%(ids)s);

-- name: take_numbers
SELECT nextval('message_number');

-- name: partitions
SELECT first_day, end_day FROM partition;

-- name: ensure_partition
SELECT ensure_partition(%(first)s, %(end)s);

-- name: upsert_authors
INSERT INTO author (workspace_id, network, key, name, url, followers, first_seen)
SELECT * FROM unnest(%(workspaces)s::bigint[], %(networks)s::text[], %(keys)s::text[], %(names)s::text[],
                     %(urls)s::text[], %(followers)s::bigint[], %(seen)s::timestamptz[])
ON CONFLICT (workspace_id, network, key) DO UPDATE
    SET name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE author.name END,
        url = CASE WHEN excluded.url <> '' THEN excluded.url ELSE author.url END,
        followers = coalesce(excluded.followers, author.followers)
RETURNING workspace_id, network, key, id;

-- name: keep_revision
INSERT INTO revision (message_id, number, workspace_id, at, title, text)
SELECT id, revision, workspace_id, coalesce(
           (SELECT max(at) FROM revision r WHERE r.message_id = m.id), m.published), title, text
FROM message m WHERE id = %(id)s
ON CONFLICT DO NOTHING;

-- name: edit_message
-- An edit stands in the queue again where it had been published: what was approved is not what is said now.
UPDATE message SET title = %(title)s, lead = %(lead)s, text = %(text)s, lang = %(lang)s, priority = %(priority)s,
    proposed = %(proposed)s, article = %(article)s, parts = %(parts)s, raw = %(raw)s, revision = revision + 1,
    decision = CASE WHEN decision = 'approve' THEN 'pending' ELSE decision END
WHERE id = %(id)s
RETURNING revision;

-- name: edit_vector
UPDATE message SET search = %(vector)s WHERE id = %(id)s;

-- name: note_revision
INSERT INTO revision (message_id, number, workspace_id, at, title, text)
SELECT id, revision, workspace_id, %(at)s, title, text FROM message WHERE id = %(id)s
ON CONFLICT DO NOTHING;

-- name: forget_findings
WITH gone AS (DELETE FROM signal WHERE message_id = %(id)s)
DELETE FROM match WHERE message_id = %(id)s;

-- name: note_event
INSERT INTO message_event (workspace_id, source_id, kind, target, at, received, detail)
VALUES (%(workspace)s, %(source)s, %(kind)s, %(target)s, %(at)s, %(received)s, %(detail)s)
ON CONFLICT DO NOTHING;

-- name: delete_message
UPDATE message SET deleted_at = %(at)s
WHERE id = (SELECT message_id FROM message_key WHERE source_id = %(source)s AND external_id = %(target)s)
  AND deleted_at IS NULL
RETURNING id;

-- name: restore_message
UPDATE message SET deleted_at = NULL
WHERE id = (SELECT message_id FROM message_key WHERE source_id = %(source)s AND external_id = %(target)s)
  AND deleted_at IS NOT NULL
RETURNING id;

-- name: ban_author
-- A ban takes away what the author said of late; two days bound the search to few partitions.
UPDATE message SET deleted_at = %(at)s
WHERE author_id = (SELECT a.id FROM author a JOIN source s ON s.workspace_id = a.workspace_id
                   WHERE s.id = %(source)s AND a.key = %(target)s
                     AND (a.network = s.network OR s.network = '') ORDER BY a.id LIMIT 1)
  AND source_id = %(source)s AND deleted_at IS NULL AND published <= %(at)s
  AND id >= day_floor((%(at)s::timestamptz - interval '2 days')::date)
RETURNING id;

-- name: deleted_before_arrival
-- Deletions that were told before their message came.
SELECT e.source_id, e.target, e.at
FROM unnest(%(sources)s::bigint[], %(ids)s::text[]) AS wanted (source_id, target)
JOIN message_event e ON e.source_id = wanted.source_id AND e.kind = 'delete' AND e.target = wanted.target;

-- name: mark_deleted
UPDATE message SET deleted_at = %(at)s WHERE id = %(id)s;

-- name: sources_with_events
SELECT DISTINCT source_id FROM message_event;

-- name: set_aside
INSERT INTO set_aside (workspace_id, source_id, place, error, payload, retryable)
VALUES (%(workspace)s, %(source)s, %(place)s, %(error)s, %(payload)s, %(retryable)s);

-- name: sweep
-- Merge the waiting lists of the search index, of all partitions: one that is empty costs a look at one page.
SELECT gin_clean_pending_list(inhrelid) FROM pg_inherits WHERE inhparent = 'message_search'::regclass;

-- name: settle
-- What ends a batch, in one statement: each of these alone costs as much in going there and back as it does in doing.
-- Minutes are counted; intake rows go; messages just written, or edited, of workspaces that ask somebody else wait for
-- that (ids, no text); browsers are told.
WITH counted AS (
    INSERT INTO minute_count (workspace_id, minute, source_id, topic_id, count)
    SELECT * FROM unnest(%(workspaces)s::bigint[], %(minutes)s::timestamptz[], %(sources)s::bigint[],
                         %(topics)s::bigint[], %(counts)s::bigint[])
    ON CONFLICT (workspace_id, topic_id, source_id, minute) DO UPDATE SET count = minute_count.count + excluded.count
), emptied AS (
    DELETE FROM intake WHERE id = ANY (%(intake)s)
), looked AS (
    INSERT INTO second_look (workspace_id, provider_id, message_id)
    SELECT p.workspace_id, p.id, fresh.id
    FROM unnest(%(written)s::bigint[], %(theirs)s::bigint[]) AS fresh (id, workspace)
    JOIN provider p ON p.workspace_id = fresh.workspace AND p.state = 'active'
    ON CONFLICT (provider_id, message_id) DO UPDATE SET asked_at = now()
)
SELECT announce(workspace, kind, body)
FROM unnest(%(told)s::bigint[], %(kinds)s::text[], %(bodies)s::text[]) AS news (workspace, kind, body);

-- name: pending_total
SELECT workspace_id, coalesce(sum(count), 0)::bigint FROM intake GROUP BY workspace_id;

-- name: beat
INSERT INTO process (name, pid, beat_at, detail) VALUES (%(name)s, %(pid)s, now(), %(detail)s)
ON CONFLICT (name) DO UPDATE SET pid = excluded.pid, beat_at = excluded.beat_at, detail = excluded.detail;

-- name: sources
SELECT id, workspace_id, network, moderated, name FROM source;

-- name: topics
-- Paused ones too: others may call them by name.
SELECT id, workspace_id, query, name, state = 'active' FROM topic ORDER BY id;

-- name: rules
SELECT workspace_id, query, id, name, article, weight FROM rule WHERE state = 'active' ORDER BY id;
