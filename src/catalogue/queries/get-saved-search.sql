-- A saved search.
-- Parameters: uuid. Columns: id, name, query, watched, seen, told.
SELECT id, name, query, watched, seen, told FROM saved_search WHERE uuid = :uuid
