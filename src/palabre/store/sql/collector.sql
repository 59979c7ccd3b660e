-- How collectors share sources: each is leased for a minute by a conditional UPDATE, and the lease is renewed.

-- name: lease_due
-- Sources whose time has come and that nobody holds.
UPDATE source_health h SET leased_until = now() + interval '60 seconds', leased_by = %(me)s
FROM source s
WHERE s.id = h.source_id AND s.state = 'active' AND s.removed_at IS NULL AND s.connector = ANY (%(connectors)s)
  AND h.next_run_at <= now() AND (h.leased_until IS NULL OR h.leased_until < now())
  AND h.source_id IN (
      SELECT d.source_id FROM source_health d WHERE d.next_run_at <= now()
        AND (d.leased_until IS NULL OR d.leased_until < now())
      ORDER BY d.next_run_at LIMIT %(most)s FOR UPDATE SKIP LOCKED)
RETURNING s.id, s.workspace_id, s.connector, s.settings, s.secrets, h.cursor, h.last_success_at;

-- name: renew
-- Holds on to what is held; what does not come back was paused, removed, or taken after a long sleep.
UPDATE source_health h SET leased_until = now() + interval '60 seconds'
FROM source s
WHERE s.id = h.source_id AND h.source_id = ANY (%(sources)s) AND h.leased_by = %(me)s
  AND s.state = 'active' AND s.removed_at IS NULL
RETURNING h.source_id;

-- name: settings_of
SELECT id, settings, secrets FROM source WHERE id = ANY (%(sources)s);

-- name: finish
-- A run ended well: the source rests, for ever when its connector has nothing more to say.
WITH rested AS (
    UPDATE source_health SET leased_until = NULL, leased_by = NULL, last_success_at = now(),
        next_run_at = now() + make_interval(secs => %(rest)s),
        error_class = NULL, error_text = NULL, error_at = NULL, error_streak = 0
    WHERE source_id = %(source)s AND leased_by = %(me)s
)
UPDATE source SET state = CASE WHEN %(done)s THEN 'done' ELSE state END WHERE id = %(source)s AND %(done)s;

-- name: fail
UPDATE source_health SET leased_until = NULL, leased_by = NULL,
    next_run_at = now() + make_interval(secs => %(rest)s),
    error_class = %(kind)s, error_text = %(text)s, error_at = now(), error_streak = error_streak + 1
WHERE source_id = %(source)s AND leased_by = %(me)s
RETURNING error_streak;

-- name: streak
SELECT error_streak FROM source_health WHERE source_id = %(source)s;

-- name: release
UPDATE source_health SET leased_until = NULL, leased_by = NULL WHERE source_id = ANY (%(sources)s) AND leased_by = %(me)s;

-- name: announce_source
SELECT announce(workspace_id, 'source', json_build_object('id', id)::text) FROM source WHERE id = %(source)s;
