-- The tray of held messages is read as often as the queue.
CREATE INDEX message_held ON message (workspace_id, id) WHERE decision = 'hold' AND deleted_at IS NULL;
