-- Notes that a record was changed.
-- Parameters: id, now, withdrawn. No columns.
UPDATE record SET changed = :now, withdrawn = :withdrawn WHERE id = :id
