-- What is older than a workspace keeps goes: whole partitions where nobody keeps them, rows where somebody does.

CREATE FUNCTION drop_partition(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    parent text;
    last   date;
BEGIN
    PERFORM pg_advisory_xact_lock(7501);
    DELETE FROM partition WHERE first_day = day RETURNING end_day INTO last;
    IF NOT FOUND THEN RETURN; END IF;
    DELETE FROM revision WHERE message_id >= day_floor(day) AND message_id < day_floor(last);  -- former texts go too
    DELETE FROM claim WHERE message_id >= day_floor(day) AND message_id < day_floor(last);
    FOREACH parent IN ARRAY ARRAY['message', 'signal', 'match'] LOOP
        EXECUTE format('DROP TABLE %I', parent || '_' || to_char(day, 'YYYYMMDD'));
    END LOOP;
END $$;

-- Forget at most `most` of the oldest messages of a workspace below an id, with what was found in them; return how
-- many. Decisions, counts and the audit log stay: they are what was done, not what was said. So does the key, so
-- that a source that is read again does not bring back what was forgotten.
CREATE FUNCTION forget_messages(workspace bigint, below bigint, most integer) RETURNS bigint LANGUAGE sql AS $$
    WITH old AS (
        SELECT id FROM message WHERE workspace_id = workspace AND id < below ORDER BY id LIMIT most
    ), signals AS (
        DELETE FROM signal WHERE message_id IN (SELECT id FROM old)
    ), matches AS (
        DELETE FROM match WHERE message_id IN (SELECT id FROM old)
    ), revisions AS (
        DELETE FROM revision WHERE message_id IN (SELECT id FROM old)
    ), claims AS (
        DELETE FROM claim WHERE message_id IN (SELECT id FROM old)
    ), gone AS (
        DELETE FROM message WHERE id IN (SELECT id FROM old) RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
