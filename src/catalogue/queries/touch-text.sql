-- Notes that a record was changed, and leaves it withdrawn where it was.
-- Parameters: id, now. No columns.
UPDATE record SET changed = :now WHERE id = :id
