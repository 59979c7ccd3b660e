-- Views of the queue that a team shares: what it is narrowed to, under a name that is one in the workspace.
CREATE TABLE shared_view (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    query        text NOT NULL CHECK (length(query) BETWEEN 1 AND 500),
    person_id    bigint REFERENCES person ON DELETE SET NULL,  -- who shared it
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, name)
);

SELECT isolate_workspaces();
