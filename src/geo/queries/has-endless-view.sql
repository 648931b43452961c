-- Whether an MBTiles file has views that could go on for ever; those of the format do not.
-- Columns: has_view.
SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'view' AND sql LIKE '%RECURSIVE%') AS has_view
