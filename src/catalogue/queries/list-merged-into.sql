-- The UUIDs of the records that were merged into one, maybe by way of others.
-- Parameters: kept, an id. Columns: uuid.
WITH RECURSIVE source (id, uuid) AS (
  SELECT gone, gone_uuid FROM merge_in_force WHERE kept = :kept
  UNION
  SELECT m.gone, m.gone_uuid FROM source AS s JOIN merge_in_force AS m ON m.kept = s.id
)
SELECT uuid FROM source
