-- What the second reading asks of the database, under the owner's role. Read by palabre.pipeline.providers.

-- name: waited_for
-- Whether any message waits for a second reading.
SELECT EXISTS (SELECT FROM second_look);

-- name: forget_late
-- What has waited too long keeps what the built-in reader said.
DELETE FROM second_look WHERE asked_at < now() - make_interval(secs => %(patience)s)
   OR provider_id IN (SELECT id FROM provider WHERE state = 'paused');

-- name: ready
-- Providers that have something to be asked, that are not resting, with the calls they may still make today.
SELECT p.id, p.workspace_id, p.name, p.kind, p.signals, p.settings, p.secrets, p.sends_text, p.seconds, p.budget,
       CASE WHEN h.day = current_date THEN h.calls ELSE 0 END, coalesce(h.streak, 0)
FROM provider p LEFT JOIN provider_health h ON h.provider_id = p.id
WHERE p.state = 'active' AND (h.open_until IS NULL OR h.open_until <= now())
  AND EXISTS (SELECT FROM second_look s WHERE s.provider_id = p.id);

-- name: next_texts
SELECT s.id, s.message_id, m.text, m.revision FROM second_look s JOIN message m ON m.id = s.message_id
WHERE s.provider_id = %(provider)s ORDER BY s.id LIMIT %(most)s;

-- name: count_calls
-- Counted before they are made: a crash makes a day's budget smaller, never larger.
INSERT INTO provider_health (provider_id, workspace_id, calls) VALUES (%(provider)s, %(workspace)s, %(calls)s)
ON CONFLICT (provider_id) DO UPDATE SET
    calls = CASE WHEN provider_health.day = current_date THEN provider_health.calls ELSE 0 END + excluded.calls,
    failures = CASE WHEN provider_health.day = current_date THEN provider_health.failures ELSE 0 END,
    day = current_date;

-- name: went_well
UPDATE provider_health SET streak = 0, open_until = NULL, answered_at = now() WHERE provider_id = %(provider)s;

-- name: went_wrong
UPDATE provider_health SET failures = failures + %(failures)s, streak = %(streak)s, error = %(error)s, error_at = now(),
       open_until = CASE WHEN %(rest)s::real > 0 THEN now() + make_interval(secs => %(rest)s) END
WHERE provider_id = %(provider)s;

-- name: drop_looks
DELETE FROM second_look WHERE id = ANY (%(ids)s);

-- name: drop_all_looks
DELETE FROM second_look WHERE provider_id = %(provider)s;

-- name: lock_message
SELECT revision, kind, visibility, first FROM message WHERE id = %(id)s FOR UPDATE;

-- name: signals_of
SELECT name, score, model, evidence FROM signal WHERE message_id = %(id)s;

-- name: rules_of
-- The rules that a message answered.
SELECT r.id, r.name, r.article, r.weight FROM match x JOIN rule r ON r.id = -x.topic_id
WHERE x.message_id = %(id)s AND x.topic_id < 0 ORDER BY r.id;

-- name: forget_signals
DELETE FROM signal WHERE message_id = %(id)s AND name = ANY (%(names)s);

-- name: put_signal
INSERT INTO signal (message_id, workspace_id, name, score, model, evidence)
VALUES (%(id)s, %(workspace)s, %(name)s, %(score)s, %(model)s, %(evidence)s);

-- name: reorder
UPDATE message SET priority = %(priority)s, proposed = %(proposed)s, article = %(article)s, parts = %(parts)s
WHERE id = %(id)s;

-- name: announce
SELECT announce(%(workspace)s, 'reread', %(body)s);
