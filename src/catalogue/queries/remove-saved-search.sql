-- Forgets a saved search.
-- Parameters: uuid. No columns.
DELETE FROM saved_search WHERE uuid = :uuid
