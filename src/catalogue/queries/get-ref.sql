-- A record by its UUID, as it is referred to.
-- Parameters: uuid. Columns: ref; no row when there is no such record.
SELECT ref FROM any_ref WHERE id = (SELECT id FROM record WHERE uuid = :uuid)
