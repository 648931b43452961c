-- Leaves the row of a record in the full-text index without a record.
-- Parameters: record. No columns.
UPDATE search_row SET record = NULL WHERE record = :record
