-- What a UUID stands for.
-- Parameters: uuid. Columns: id, kind; no row when there is no such record.
SELECT id, kind FROM record WHERE uuid = :uuid
