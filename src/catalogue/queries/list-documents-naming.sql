-- The documents that name a record, those that came last first.
-- Parameters: record, limit. Columns: id.
SELECT DISTINCT document AS id FROM mention WHERE record = :record
ORDER BY document DESC
LIMIT :limit
