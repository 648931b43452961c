-- Records whose names are new or changed.
-- Parameters: none. Columns: id.
SELECT record AS id FROM mention_renamed ORDER BY record
