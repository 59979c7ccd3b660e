-- What the Perspective-compatible door asks of the database, under the owner's role. Read by palabre.gate.perspective.

-- name: key
-- A key by the hash of what the caller gave, with the language of its workspace and the version in use there.
SELECT k.id, k.workspace_id, k.name, k.per_second, w.language,
       (SELECT version_id FROM model_use u WHERE u.workspace_id = k.workspace_id ORDER BY u.id DESC LIMIT 1)
FROM perspective_key k JOIN workspace w ON w.id = k.workspace_id
WHERE k.key_hash = %(hash)s AND k.revoked_at IS NULL;

-- name: note_use
-- A program that calls all day should not write all day: once a minute.
UPDATE perspective_key SET last_used_at = now()
WHERE id = %(key)s AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute');

-- name: suggest
-- One label for each attribute of a suggestion; the same suggestion told twice is kept once.
INSERT INTO label (workspace_id, signal, value, origin, text, lang, detail)
SELECT %(workspace)s, told.signal, told.value, 'suggestion', %(text)s, %(lang)s, %(detail)s
FROM unnest(%(signals)s::text[], %(values)s::real[]) AS told (signal, value)
WHERE NOT EXISTS (
    SELECT FROM label l WHERE l.workspace_id = %(workspace)s AND l.origin = 'suggestion' AND l.undone_at IS NULL
    AND l.at > now() - interval '1 day'
    AND l.signal = told.signal AND l.value = told.value AND l.text = %(text)s AND l.detail = %(detail)s);
