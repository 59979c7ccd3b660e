-- Reading messages in bulk, under the owner's role, for the command line. The desk searches by search_messages().

-- name: page
-- One page of the workspace's messages that match, newest first, below an id.
SELECT m.id, m.external_id, s.name AS source, m.published, a.name AS author, m.title, m.text, m.url, m.lang, m.kind,
       m.visibility, m.decision, m.priority, m.deleted_at
FROM message m JOIN source s ON s.id = m.source_id LEFT JOIN author a ON a.id = m.author_id
WHERE m.workspace_id = %(workspace)s AND m.id < %(below)s AND m.id >= %(from)s
  AND (%(query)s::tsquery IS NULL OR m.search @@ %(query)s::tsquery)
ORDER BY m.id DESC LIMIT %(most)s;
