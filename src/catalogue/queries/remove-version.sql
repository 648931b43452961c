-- Lets a record be no version of any question.
-- Parameters: record. No columns.
DELETE FROM version WHERE record = :record
