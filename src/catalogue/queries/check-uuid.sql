-- Records whose UUID is none.
-- No parameters. Columns: id, detail.
SELECT id, uuid AS detail FROM record WHERE NOT is_uuid (uuid)
