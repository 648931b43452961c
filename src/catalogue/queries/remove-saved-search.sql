-- Forgets a saved search.
-- Parameters: id. No columns.
DELETE FROM saved_search WHERE id = :id
