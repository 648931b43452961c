-- Whether anything but merging and parting changed a record since a unit of work.
-- Parameters: history; record; kind, of the record. Columns: found.
SELECT EXISTS (
  SELECT 1
  FROM history_entry AS e
  JOIN history AS h ON h.id = e.history
  WHERE e.record = :record AND e.kind = :kind AND e.history > :history AND h.undoes IS NULL AND h.redoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM merge WHERE history = e.history OR parting = e.history)
) AS found
