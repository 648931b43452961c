-- What an id stands for.
-- Parameters: id. Columns: id, kind, uuid; no row when there is no such record.
SELECT id, kind, uuid FROM record WHERE id = :id
