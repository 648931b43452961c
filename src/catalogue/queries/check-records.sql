-- Records without their fields, or of no kind that we know.
-- No parameters. Columns: id, kind.
SELECT r.id, r.kind
FROM record AS r
WHERE (SELECT ref FROM any_ref WHERE id = r.id) IS NULL
