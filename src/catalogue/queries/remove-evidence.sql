-- Unties a record from an extract.
-- Parameters: record, extract. No columns.
DELETE FROM evidence WHERE record = :record AND extract = :extract
