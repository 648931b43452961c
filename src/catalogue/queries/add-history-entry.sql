-- Adds a change to a unit of work.
-- Parameters: history, position, record, kind, before, after. No columns.
INSERT INTO history_entry (history, position, record, kind, before, after)
VALUES (:history, :position, :record, :kind, :before, :after)
