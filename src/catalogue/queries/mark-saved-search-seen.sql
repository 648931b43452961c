-- Notes that a saved search was looked at now.
-- Parameters: id. No columns.
UPDATE saved_search SET
  seen = (SELECT coalesce (max (id), 0) FROM record),
  told = (SELECT coalesce (max (id), 0) FROM record)
WHERE id = :id
