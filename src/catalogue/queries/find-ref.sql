-- A record by its id, as it is referred to.
-- Parameters: id. Columns: ref; no row when there is no such record.
SELECT ref FROM any_ref WHERE id = :id
