-- Changes a saved search. One that looks for something else, or is watched from now on,
-- tells of nothing that was there before.
-- Parameters: uuid, name, query, watched. No columns.
UPDATE saved_search SET
  name = :name,
  told = CASE WHEN query <> :query OR watched < :watched THEN (SELECT coalesce (max (id), 0) FROM record) ELSE told END,
  query = :query,
  watched = :watched
WHERE uuid = :uuid
