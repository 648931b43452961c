-- A record that is gone as it was last.
-- Parameters: record; kind. Columns: before. No row when it is not known.
SELECT before
FROM history_entry
WHERE record = :record AND kind = :kind AND before IS NOT NULL AND after IS NULL
ORDER BY +history DESC, position DESC
LIMIT 1
