-- The intake: what was received and is not yet understood. Read by palabre.store.intake.

-- name: commit
-- Deliveries of one or several sources, in one statement, hence in one transaction and one round trip.
-- %(deliveries)s is a JSON list of {workspace, source, count, published, cursor, gaps, rejects, place}; payloads
-- travel apart, in binary, in the same order (null: nothing to understand, no intake row).
-- The health rows are locked first, in the order of sources, and the intake rows are numbered after that: within
-- a source, the order of intake ids is the order of commits, and two gates cannot wait for each other.
WITH given AS MATERIALIZED (
    SELECT d.*, p.payload
    FROM json_to_recordset(%(deliveries)s) AS d (workspace bigint, source bigint, count integer,
         published timestamptz, cursor jsonb, gaps json, rejects json, place integer)
    JOIN unnest(%(payloads)s::bytea[]) WITH ORDINALITY AS p (payload, place) USING (place)
), health AS (
    INSERT INTO source_health AS h (workspace_id, source_id, cursor, received, last_published,
                                    last_received_at, last_success_at)
    SELECT min(workspace), source, coalesce((array_agg(cursor ORDER BY place DESC) FILTER (WHERE cursor IS NOT NULL))[1], '{}'),
           sum(count), max(published), CASE WHEN sum(count) > 0 THEN now() END, now()
    FROM given GROUP BY source ORDER BY source
    ON CONFLICT (source_id) DO UPDATE SET
        cursor = coalesce((SELECT g.cursor FROM given g WHERE g.source = h.source_id AND g.cursor IS NOT NULL
                           ORDER BY g.place DESC LIMIT 1), h.cursor),
        received = h.received + excluded.received,
        last_published = greatest(h.last_published, excluded.last_published),
        last_received_at = coalesce(excluded.last_received_at, h.last_received_at),
        last_success_at = excluded.last_success_at,
        error_class = NULL, error_text = NULL, error_at = NULL, error_streak = 0
    RETURNING h.source_id
), kept AS (
    INSERT INTO intake (workspace_id, source_id, count, payload)
    SELECT g.workspace, g.source, g.count, g.payload
    FROM given g JOIN health ON health.source_id = g.source
    WHERE g.payload IS NOT NULL ORDER BY g.place
    RETURNING id
), gap AS (
    INSERT INTO gap (workspace_id, source_id, started, ended, reason)
    SELECT g.workspace, g.source, x.start, greatest(x.start, x."end"), x.reason
    FROM given g, json_to_recordset(g.gaps) AS x (start timestamptz, "end" timestamptz, reason text)
), aside AS (
    INSERT INTO set_aside (workspace_id, source_id, place, error, payload)
    SELECT g.workspace, g.source, x."where", x.error, coalesce(x.payload, '')
    FROM given g, json_to_recordset(g.rejects) AS x ("where" text, error text, payload text)
)
SELECT CASE WHEN count(*) > 0 THEN pg_notify('intake', '') END FROM kept;

-- name: pending
-- How far the worker is behind. Exact up to %(sample)s rows; beyond, the sample is drawn out along the ids, which are
-- consumed in order: two look-ups in the primary key and a bounded read, whatever the length of the queue.
WITH oldest AS (
    SELECT id, count, received FROM intake ORDER BY id LIMIT %(sample)s
), seen AS (
    SELECT count(*) AS rows, coalesce(sum(count), 0) AS messages, min(received) AS since, max(id) AS last FROM oldest
), known AS (
    SELECT seen.*, CASE WHEN rows < %(sample)s THEN 0 ELSE (SELECT max(id) FROM intake) - last END AS beyond FROM seen
)
SELECT rows + beyond,
       messages + beyond * messages / greatest(rows, 1),
       coalesce(extract(epoch FROM clock_timestamp() - since), 0)::double precision
FROM known;
