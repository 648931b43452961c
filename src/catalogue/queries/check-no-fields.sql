-- Records without their fields, or of no kind that we know.
-- No parameters. Columns: id, detail.
SELECT r.id, r.kind AS detail
FROM record AS r
WHERE (SELECT ref FROM any_ref WHERE id = r.id) IS NULL
