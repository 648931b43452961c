-- Saves a search.
-- Parameters: uuid, name, query, watched, seen and told (NULL for up to now), now. No
-- columns.
INSERT INTO saved_search (uuid, name, query, watched, seen, told, created)
VALUES (:uuid, :name, :query, :watched,
  coalesce (:seen, (SELECT coalesce (max (id), 0) FROM record)),
  coalesce (:told, (SELECT coalesce (max (id), 0) FROM record)),
  :now)
