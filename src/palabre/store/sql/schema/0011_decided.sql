-- What one person decided last is read whenever they want to take something back.
CREATE INDEX decision_of_person ON decision (workspace_id, person_id, id);
