-- How many documents name a record, or without one, a name that is of no record.
-- Parameters: record (NULL for none), name. Columns: n.
SELECT (SELECT count (DISTINCT document) FROM mention WHERE record = :record) +
  (SELECT count (DISTINCT document) FROM mention
   WHERE :record IS NULL AND record IS NULL AND kind <> 'date' AND name = :name) AS n
