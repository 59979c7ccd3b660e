-- The products that a workspace watches over, from a file of its own: their names count for adverse events.
-- Of a workspace one is in use at most, and one waits at most to be looked at and confirmed. Replaced, never changed:
-- a new `id` is a new register.
CREATE TABLE product_register (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id bigint NOT NULL REFERENCES workspace ON DELETE CASCADE,
    used         boolean NOT NULL DEFAULT false,
    file_name    text NOT NULL CHECK (length(file_name) <= 200),
    names        text[] NOT NULL CHECK (cardinality(names) BETWEEN 1 AND 50000),
    codes        text[] NOT NULL,                           -- of each name, '' where the file gives none
    left_out     jsonb NOT NULL DEFAULT '[]',               -- the first lines that gave no name: [line, text, why]
    reasons      jsonb NOT NULL DEFAULT '{}',               -- how many lines gave none, by why
    person_id    bigint REFERENCES person ON DELETE SET NULL,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (cardinality(codes) = cardinality(names))
);
CREATE UNIQUE INDEX product_register_one ON product_register (workspace_id, used);

SELECT isolate_workspaces();
