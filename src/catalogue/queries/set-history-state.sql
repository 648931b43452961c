-- Notes that a unit of work was undone or redone.
-- Parameters: history, state. No columns.
UPDATE history SET state = :state WHERE id = :history
