-- The id of a saved search.
-- Parameters: uuid. Columns: id.
SELECT id FROM saved_search WHERE uuid = :uuid
