-- Forgets the names of a record.
-- Parameters: record. No columns.
DELETE FROM search_name WHERE record = :record
