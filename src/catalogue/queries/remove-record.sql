-- Removes a record; its fields, lists and ties go with it.
-- Parameters: id. No columns.
DELETE FROM record WHERE id = :id
