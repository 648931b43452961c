-- Notes that the full-text index shows a record as it is.
-- Parameters: record. No columns.
DELETE FROM search_pending WHERE record = :record
