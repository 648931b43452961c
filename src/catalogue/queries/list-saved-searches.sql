-- The searches that were saved, by name.
-- No parameters. Columns: id, uuid, name, query, watched, seen, told.
SELECT id, uuid, name, query, watched, seen, told FROM saved_search ORDER BY name COLLATE NOCASE, id
