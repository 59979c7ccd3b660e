-- What the gate asks of the database, under the owner's role. Read by palabre.gate.

-- name: source
-- A webhook's source by the name that stands in its address.
SELECT id, workspace_id, state, secrets FROM source
WHERE public_id = %(public_id)s AND connector = 'webhook' AND removed_at IS NULL;

-- name: admit
-- May this person, in this session, hear this workspace? One row: is the session open, and the workspace's number or null.
-- A ticket holds only the hash of a session's key; sessions are few (one a person and browser), so hashing
-- them all (about a microsecond each) is cheaper than keeping an index for it.
SELECT EXISTS (
           SELECT FROM django_session WHERE expire_date > now()
           AND encode(sha256(convert_to(session_key, 'UTF8')), 'hex') = %(session)s),
       (SELECT m.workspace_id FROM member m JOIN workspace w ON w.id = m.workspace_id JOIN person p ON p.id = m.person_id
        WHERE w.slug = %(slug)s AND m.person_id = %(person)s AND p.is_active);

-- name: still_admitted
-- The same for every open stream at once: the places, from 1, of those that may go on.
WITH open AS (
    SELECT encode(sha256(convert_to(session_key, 'UTF8')), 'hex') AS session FROM django_session WHERE expire_date > now()
)
SELECT g.place
FROM unnest(%(people)s::bigint[], %(workspaces)s::bigint[], %(sessions)s::text[]) WITH ORDINALITY
     AS g (person, workspace, session, place)
JOIN member m ON m.person_id = g.person AND m.workspace_id = g.workspace
JOIN person p ON p.id = g.person AND p.is_active
JOIN open ON open.session = g.session;

-- name: newest
-- The newest announcements, to start from.
SELECT id, workspace_id, kind, body FROM (
    SELECT id, workspace_id, kind, body FROM announcement ORDER BY id DESC LIMIT %(most)s
) newest ORDER BY id;

-- name: following
-- What was announced after the last one known, oldest first: after a reconnection, or for a body too long to be notified.
SELECT id, workspace_id, kind, body FROM announcement WHERE id > %(last)s ORDER BY id LIMIT %(most)s;

-- name: trim
-- Forget announcements older than a day, a little at a time: they are numbered in the order of time, so only the
-- oldest numbers need be looked at.
DELETE FROM announcement WHERE id IN (
    SELECT id FROM (SELECT id, at FROM announcement ORDER BY id LIMIT %(most)s) oldest
    WHERE at < now() - interval '24 hours'
) RETURNING id;

-- name: beat
-- Say that this process lives.
INSERT INTO process (name, pid, beat_at, detail) VALUES (%(name)s, %(pid)s, now(), %(detail)s)
ON CONFLICT (name) DO UPDATE SET pid = excluded.pid, beat_at = excluded.beat_at, detail = excluded.detail;

-- name: health
-- Who beats, how many messages there are (an estimate kept by PostgreSQL: counting them would read them), and
-- how many sources stand where.
SELECT ARRAY(SELECT name FROM process WHERE beat_at > now() - interval '15 seconds'),
       (SELECT coalesce(sum(greatest(c.reltuples, pg_stat_get_live_tuples(c.oid))), 0)::bigint
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'message'::regclass),
       count(*) FILTER (WHERE s.state = 'active' AND h.error_class IS NULL),
       count(*) FILTER (WHERE s.state = 'active' AND h.error_class IS NOT NULL),
       count(*) FILTER (WHERE s.state = 'paused')
FROM source s LEFT JOIN source_health h ON h.source_id = s.id WHERE s.removed_at IS NULL;
