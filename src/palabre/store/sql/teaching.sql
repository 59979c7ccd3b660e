-- What learning asks of the database, under the owner's role. Read by palabre.pipeline.lessons.

-- name: decided
-- Messages that a person decided or corrected, the newest first: text, group of near-duplicates, decision, words.
SELECT m.id, coalesce(nullif(m.near, 0), m.id), m.text, m.lang, m.kind, m.decision, coalesce(d.reason, ''),
       d.id IS NOT NULL, coalesce(l.said, '{}')
FROM message m
LEFT JOIN LATERAL (
    SELECT id, reason FROM decision x
    WHERE x.message_id = m.id AND x.action = m.decision AND x.person_id IS NOT NULL ORDER BY id DESC LIMIT 1
) d ON m.decision IN ('approve', 'remove')
LEFT JOIN LATERAL (
    SELECT json_object_agg(signal, value) AS said FROM label x WHERE x.message_id = m.id AND x.undone_at IS NULL
) l ON true
WHERE m.workspace_id = %(workspace)s AND (d.id IS NOT NULL OR l.said IS NOT NULL)
ORDER BY m.id DESC LIMIT %(most)s;

-- name: suggested
-- Texts that sites suggested scores of; the last word on each signal counts.
SELECT text, max(lang), json_object_agg(signal, value ORDER BY id)
FROM label WHERE workspace_id = %(workspace)s AND origin = 'suggestion' AND undone_at IS NULL
GROUP BY text ORDER BY max(id) DESC LIMIT %(most)s;

-- name: thresholds
SELECT signal, threshold FROM signal_threshold WHERE workspace_id = %(workspace)s;

-- name: all_thresholds
SELECT workspace_id, signal, threshold FROM signal_threshold;

-- name: in_use
-- The version in use of each workspace that has one.
SELECT u.workspace_id, u.version_id FROM model_use u
JOIN (SELECT max(id) AS id FROM model_use GROUP BY workspace_id) last ON last.id = u.id
WHERE u.version_id IS NOT NULL;

-- name: weights
SELECT number, weights FROM model_version WHERE id = %(version)s;

-- name: versions
SELECT v.id, v.number, v.at, v.examples, v.signals,
       v.id = (SELECT version_id FROM model_use u WHERE u.workspace_id = v.workspace_id ORDER BY u.id DESC LIMIT 1)
FROM model_version v WHERE v.workspace_id = %(workspace)s ORDER BY v.number;

-- name: used_before
-- What was in use before the version that is in use now; no row: nothing was ever switched.
SELECT version_id FROM model_use WHERE workspace_id = %(workspace)s ORDER BY id DESC OFFSET 1 LIMIT 1;

-- name: last_use
SELECT version_id FROM model_use WHERE workspace_id = %(workspace)s ORDER BY id DESC LIMIT 1;

-- name: keep_version
WITH made AS (
    INSERT INTO model_version (workspace_id, number, signals, examples, held_out, report, weights, base)
    SELECT %(workspace)s, coalesce(max(number), 0) + 1, %(signals)s, %(examples)s, %(held_out)s, %(report)s, %(weights)s,
           %(base)s
    FROM model_version WHERE workspace_id = %(workspace)s
    RETURNING id, number, workspace_id
), written AS (
    INSERT INTO audit (workspace_id, verb, object, detail)
    SELECT workspace_id, 'model.make', 'model ' || number, %(detail)s FROM made
)
SELECT id, number FROM made;

-- name: use_version
WITH used AS (
    INSERT INTO model_use (workspace_id, version_id) VALUES (%(workspace)s, %(version)s) RETURNING workspace_id
)
INSERT INTO audit (workspace_id, verb, object, detail)
SELECT workspace_id, 'model.use', 'model ' || coalesce((SELECT number FROM model_version WHERE id = %(version)s), 0),
       %(detail)s FROM used;

-- name: tell
SELECT pg_notify('config', '');

-- name: registers
-- The register of products in use in each workspace that has one.
SELECT workspace_id, id FROM product_register WHERE used;

-- name: products
SELECT names FROM product_register WHERE id = %(register)s;
